import { Enforcement, EnforcementAnswer } from '../../src/model/enforcement';

/** An output that carries the promises of these names, wherever they are made, and leaves the others to other outputs. */
export function carrying(...names: string[]): Enforcement {
  return new Carrying(new Map(names.map(name => [name, EnforcementAnswer.CARRIED])));
}

/** An output that answers these promises so, by name: a field, `routes`, `routesFrom`, `loadBalancing`, `tlsByMesh`, `endpoints`, `machines`, or a property of a topic. */
export function answering(answers: Record<string, EnforcementAnswer>): Enforcement {
  return new Carrying(new Map(Object.entries(answers)));
}

class Carrying extends Enforcement {
  constructor(private readonly answers: Map<string, EnforcementAnswer>) {
    super();
  }

  public field(_: unknown, field: string): EnforcementAnswer {
    return this.to(field);
  }

  public routes(): EnforcementAnswer {
    return this.to('routes');
  }

  public routesFrom(): EnforcementAnswer {
    return this.to('routesFrom');
  }

  public loadBalancing(): EnforcementAnswer {
    return this.to('loadBalancing');
  }

  public tlsByMesh(): EnforcementAnswer {
    return this.to('tlsByMesh');
  }

  public endpoints(): EnforcementAnswer {
    return this.to('endpoints');
  }

  public machines(): EnforcementAnswer {
    return this.to('machines');
  }

  public topic(_: unknown, property: string): EnforcementAnswer {
    return this.to(property);
  }

  private to(name: string): EnforcementAnswer {
    return this.answers.get(name) ?? EnforcementAnswer.NOT_MINE;
  }
}

from typing import List

import jsii
from cdk8s_backing_services import CheckContext, Criticality, ITopologyCheck, Problem, ServiceShape, Severity


@jsii.implements(ITopologyCheck)
class CacheIsOptional:
    """A check of one's own: who cannot work without its cache has a database."""

    @property
    def code(self) -> str:
        return "ACME001"

    @property
    def title(self) -> str:
        return "cache-is-optional"

    @property
    def severity(self) -> Severity:
        return Severity.WARNING

    @property
    def rationale(self) -> str:
        return "A cache may lose everything at any time; what cannot work without it takes it for a database."

    @property
    def fix(self) -> str:
        return "declare the dependency with the criticality OPTIONAL"

    def check(self, context: CheckContext) -> List[Problem]:
        return [
            Problem.of(dependency, f'"{dependency.service.name}" is a cache, and is required')
            for dependency in context.graph.dependencies
            if dependency.service.shape == ServiceShape.CACHE and dependency.policy.criticality != Criticality.OPTIONAL
        ]

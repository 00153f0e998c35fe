from cache_is_optional import CacheIsOptional
from cdk8s import ApiObjectMetadata, Chart
from cdk8s_backing_services import Criticality, Pods, SecretBindings, Topology, Workload
from cdk8s_plus_28 import ContainerProps, Deployment
from memcached import Memcached


def extending(chart: Chart) -> Topology:
    """The declaration of extending.ts: what a package of one's own adds, in use."""
    deployment = Deployment(
        chart, "web", metadata=ApiObjectMetadata(name="web"), containers=[ContainerProps(image="registry.example.com/web:1.0.0")],
    )

    acme = Topology(chart, "acme")
    web = Workload(acme, "web", pods=Pods.of(deployment))
    sessions = Memcached(acme, "sessions", host="sessions.example.com")
    pages = Memcached(acme, "pages", host="pages.example.com")
    web.uses(sessions)
    web.uses(pages, criticality=Criticality.OPTIONAL)

    acme.add_check(CacheIsOptional())
    SecretBindings(chart, "bindings", topology=acme)
    return acme

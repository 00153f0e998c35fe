import unittest

from cdk8s import App, Chart, Testing
from cdk8s_backing_services import BackingService, DataAccess, Pods, Protocol, ServiceShape, Severity, Topology, Workload
from extending import extending
from memcached import Memcached


class AskedOf(Memcached):
    """Keeps what it was asked."""

    def bind(self, request):
        self.asked = getattr(self, "asked", []) + [request]
        return super().bind(request)


def chart() -> Chart:
    return Chart(App(), "extending", namespace="acme")


class Extending(unittest.TestCase):
    def test_the_problems_that_a_check_returns_arrive_whole(self):
        [finding] = extending(chart()).findings
        self.assertEqual(("ACME001", Severity.WARNING), (finding.code, finding.severity))
        self.assertRegex(finding.path, "sessions$")
        self.assertEqual('"sessions" is a cache, and is required', finding.problem)

    def test_the_list_that_a_kind_returns_arrives_in_order(self):
        topology = extending(chart())
        [deployment] = [o for o in Testing.synth(topology.node.scope) if o["kind"] == "Deployment"]
        env = deployment["spec"]["template"]["spec"]["containers"][0]["env"]
        self.assertIn({"name": "SESSIONS_SERVERS", "value": "sessions.example.com:11211"}, env)

    def test_what_a_kind_is_asked_are_enums_and_elements_of_python(self):
        acme = Topology(chart(), "acme")
        web = Workload(acme, "web", pods=Pods.from_labels(labels={"app": "web"}))
        cache = AskedOf(acme, "cache", host="cache.example.com")
        web.uses(cache, access=DataAccess.READ_ONLY)
        binding = acme.read().bindings_of(web)[0]
        self.assertEqual(1, len(binding.entries))
        self.assertEqual(1, len(binding.variables))
        [request] = cache.asked
        self.assertIs(DataAccess.READ_ONLY, request.access)
        self.assertIs(web, request.consumer)
        self.assertEqual([], request.consumer_groups)

    def test_enums_come_back_as_what_was_given_and_classes_like_enums_with_the_same_name(self):
        cache = Memcached(Topology(chart(), "acme"), "cache", host="cache.example.com")
        self.assertIs(ServiceShape.CACHE, cache.shape)
        self.assertEqual(Protocol.TCP.name, cache.protocol.name)

    def test_a_kind_without_bind_is_refused_by_python(self):
        class Mute(BackingService):
            pass

        with self.assertRaisesRegex(TypeError, "bind"):
            Mute(Topology(chart(), "acme"), "mute")

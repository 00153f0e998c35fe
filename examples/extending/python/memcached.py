from typing import List

from cdk8s_backing_services import BackingService, BindingEntry, BindingRequest, ExternalAddressProps, Locator, Provision, ServiceShape
from constructs import Construct


class Memcached(BackingService):
    """A kind of one's own. Its consumers read `<BINDING>_SERVERS`."""

    def __init__(self, scope: Construct, id: str, *, host: str) -> None:
        self._servers = f"{host}:11211"
        locator = Locator.external(addresses=[ExternalAddressProps(host=host, port=11211)])
        super().__init__(scope, id, binding_type="memcached", shape=ServiceShape.CACHE, provision=Provision(locator=locator))

    def bind(self, request: BindingRequest) -> List[BindingEntry]:
        return [BindingEntry.text("servers", self._servers, variable="SERVERS", file="servers")]

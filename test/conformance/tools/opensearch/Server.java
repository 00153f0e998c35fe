import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.opensearch.common.settings.Settings;
import org.opensearch.env.Environment;
import org.opensearch.node.InternalSettingsPreparer;
import org.opensearch.node.Node;
import org.opensearch.transport.Netty4Plugin;

/** One node of OpenSearch, without the scripts of its distribution. Arguments: its folder, the port of its HTTP API on this machine. */
public final class Server extends Node {
    private Server(Environment environment) {
        super(environment, List.of(Netty4Plugin.class), false);
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.builder()
            .put("path.home", arguments[0])
            .put("cluster.name", "conformance")
            .put("node.name", "conformance")
            .put("discovery.type", "single-node")
            .put("network.host", "127.0.0.1")
            .put("http.port", arguments[1])
            .put("http.type", "netty4")
            .put("transport.type", "netty4")
            // The folder of a run is small: how full it is says nothing.
            .put("cluster.routing.allocation.disk.threshold_enabled", false)
            .build();
        new Server(InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), Path.of(arguments[0]), () -> "conformance")).start();
        // Its own threads end with the program that started them.
        Thread.currentThread().join();
    }
}

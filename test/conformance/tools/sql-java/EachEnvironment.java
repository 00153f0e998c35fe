import com.google.gson.Gson;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the programs beside it have in common: they connect once for each environment on standard input, and say whom the server took them for. */
final class EachEnvironment {
    /** Asks one server as one environment tells to. */
    interface Client {
        String user(Map<String, String> environment) throws Exception;
    }

    /** Asks for each, four at a time, and prints the answers in the same order. */
    static void print(Client client) throws Exception {
        trustAsTheImageDoes();
        Gson gson = new Gson();
        var input = new InputStreamReader(System.in, StandardCharsets.UTF_8);
        @SuppressWarnings("unchecked")
        Map<String, String>[] environments = gson.fromJson(input, Map[].class);
        var threads = Executors.newFixedThreadPool(4);
        List<Callable<Map<String, String>>> questions = Arrays.stream(environments)
            .<Callable<Map<String, String>>>map(environment -> () -> answer(client, environment)).toList();
        List<Map<String, String>> answers = threads.invokeAll(questions).stream().map(EachEnvironment::got).toList();
        System.out.write(gson.toJson(answers).getBytes(StandardCharsets.UTF_8));
        System.out.flush();
        System.exit(0);
    }

    private static Map<String, String> answer(Client client, Map<String, String> environment) {
        try {
            return Map.of("answer", client.user(environment));
        } catch (Exception error) {
            return Map.of("refused", said(error));
        }
    }

    /** What it says, and what it says was the cause. */
    private static String said(Throwable error) {
        return error.getCause() == null || error.getCause() == error ? error.toString() : said(error.getCause()) + " <- " + error;
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }

    /** The JVM reads no PEM: the authorities of the image, which SSL_CERT_FILE names for others, are its trust store. */
    private static void trustAsTheImageDoes() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (var file = Files.newInputStream(Path.of(System.getenv("SSL_CERT_FILE")))) {
            store.setCertificateEntry("image", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        Path path = Files.createTempFile("trust-store", ".p12");
        path.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(path)) {
            store.store(out, "changeit".toCharArray());
        }
        System.setProperty("javax.net.ssl.trustStore", path.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
    }
}

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Result;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Enters a database by R2DBC. Arguments: the variables that hold the URL, the user and the password, and the question. */
final class R2dbc {
    public static void main(String[] args) throws Exception {
        EachEnvironment.print(environment -> {
            var options = ConnectionFactoryOptions.parse(environment.get(args[0])).mutate()
                .option(ConnectionFactoryOptions.USER, environment.get(args[1]))
                .option(ConnectionFactoryOptions.PASSWORD, environment.get(args[2]))
                .build();
            return Mono.usingWhen(ConnectionFactories.get(options).create(), connection -> answer(connection, args[3]), Connection::close).block();
        });
    }

    private static Mono<String> answer(Connection connection, String question) {
        return Flux.<Result>from(connection.createStatement(question).execute()).flatMap(result -> result.map(row -> row.get(0, String.class))).next();
    }
}

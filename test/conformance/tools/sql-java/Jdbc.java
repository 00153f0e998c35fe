import java.sql.DriverManager;

/** Enters a database by JDBC. Arguments: the variables that hold the URL, the user and the password, and the question. */
final class Jdbc {
    public static void main(String[] args) throws Exception {
        EachEnvironment.print(environment -> {
            try (
                var connection = DriverManager.getConnection(environment.get(args[0]), environment.get(args[1]), environment.get(args[2]));
                var answer = connection.createStatement().executeQuery(args[3])
            ) {
                answer.next();
                return answer.getString(1);
            }
        });
    }
}

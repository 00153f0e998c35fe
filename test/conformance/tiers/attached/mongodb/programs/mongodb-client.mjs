// Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.
// Argument: the variable that holds the URL; without one, it reads the parts.
import { library, printForEach } from '../../../../clients/each-environment.mjs';

const { MongoClient } = library('mongodb');
const [variable] = process.argv.slice(2);

function client() {
  const { [variable]: url, MONGO_HOSTS, MONGO_USER, MONGO_PASSWORD, MONGO_AUTH_SOURCE, MONGO_TLS, MONGO_CA } = process.env;
  if (url !== undefined) return new MongoClient(url);
  const auth = { username: MONGO_USER, password: MONGO_PASSWORD };
  return new MongoClient(`mongodb://${MONGO_HOSTS}/`, { auth, authSource: MONGO_AUTH_SOURCE, tls: MONGO_TLS === 'true', tlsCAFile: MONGO_CA });
}

async function answer() {
  let connection;
  try {
    connection = await client().connect();
  } catch (error) {
    return { refused: String(error) };
  }
  try {
    const { authInfo } = await connection.db('admin').command({ connectionStatus: 1 });
    return { answer: authInfo.authenticatedUsers[0].user };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    await connection.close();
  }
}

await printForEach(answer);

// Connects once for each environment on standard input, as a program in such a container does, and says whom the server took it for.
// Argument: the variable that holds the URL.
import { library, printForEach } from '../../../../clients/each-environment.mjs';

const mysql = library('mysql2/promise');
const [variable] = process.argv.slice(2);

async function answer() {
  let client;
  try {
    client = await mysql.createConnection(process.env[variable]);
  } catch (error) {
    return { refused: String(error) };
  }
  try {
    const [[[user]]] = await client.query({ sql: 'select user()', rowsAsArray: true });
    return { answer: user.replace(/@[^@]*$/, '') };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    await client.end();
  }
}

await printForEach(answer);

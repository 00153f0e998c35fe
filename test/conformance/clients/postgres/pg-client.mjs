// Connects once for each environment on standard input, as a program in such a container does, and says what the server answered.
// Arguments: the variable that holds the URL, and a statement.
import { Client } from 'pg';
import { printForEach } from '../each-environment.mjs';

const [variable, statement] = process.argv.slice(2);

async function answer() {
  let client;
  try {
    client = new Client({ connectionString: process.env[variable] });
    await client.connect();
  } catch (error) {
    return { refused: String(error) };
  }
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' });
    return { answer: rows[0][0] };
  } catch (error) {
    return { failed: String(error) };
  } finally {
    await client.end();
  }
}

await printForEach(answer);

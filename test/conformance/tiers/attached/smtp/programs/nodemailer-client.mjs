// Sends a mail for each environment on standard input, as a program in such a container does, and says whom the server took it for.
// Argument: the variable that holds the URL.
import { library, printForEach } from '../../../../clients/each-environment.mjs';

const nodemailer = library('nodemailer');
const [variable] = process.argv.slice(2);

async function answer() {
  try {
    const transport = nodemailer.createTransport(process.env[variable]);
    const { response } = await transport.sendMail({ from: 'orders@example.com', to: 'customer@example.com', text: 'Your order is on its way.' });
    return { answer: Buffer.from(response.split(' ')[1], 'base64').toString() };
  } catch (error) {
    return { refused: String(error) };
  }
}

await printForEach(answer);

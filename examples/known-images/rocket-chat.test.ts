import { Synthesized } from '../synthesized';
import { told } from '../told';
import { rocketChat } from './rocket-chat';

const system = new Synthesized('known-images-rocket-chat', 'rocket-chat', rocketChat);
const GIVEN = ['ROOT_URL', 'PORT'];

test('Rocket.Chat is told this, and nothing else', () => expect(told(system, 'rocket-chat', GIVEN)).toEqual({
  MONGO_URL: '‹secret chat-rocketchat-rocketchat connectionString.standard›&tlsCAFile=/bindings/chat-db/ca.crt',
  TRANSPORTER: 'monolith+nats://chat-bus.rocket-chat.svc:4222',
}));

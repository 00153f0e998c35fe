import { ReleaseChannel } from '../../src';

test('a channel is called what the Gateway API calls it', () => expect(Object.values(ReleaseChannel)).toEqual(['standard', 'experimental']));

/**
 * What a caller waits for. The words are those of RSocket, where request/stream and channel are one here.
 * Source: https://rsocket.io/about/protocol
 */
export enum InteractionModel {
  /** It waits for the answer to each request, a streamed one too. */
  REQUEST_RESPONSE = 'request-response',
  /**
   * It keeps an exchange of messages open beside its requests, and opens it anew when it breaks: a watch, a subscription, server-sent events, a
   * WebSocket. Nobody waits for its end.
   */
  STREAM = 'stream',
  /** It sends, and does not wait to learn what became of it: telemetry, audit. */
  FIRE_AND_FORGET = 'fire-and-forget',
}

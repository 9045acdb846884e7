import type { BrokerNeeds } from '../network/broker';
import type { ChooseTransport } from './feed-switch';
import type { Fetch } from './fetch-bytes';
import { fileFeed, isFileSource, type ReadFile } from './file-feed';
import { httpFeed } from './http-feed';
import { mqttFeed } from './mqtt-feed';
import { socketFeed } from './socket-feed';
import { sseFeed } from './sse-feed';
import type { OpenFeed } from './transport';

/** What transports need of the machine: its files, its requests, its lines. */
export interface TransportNeeds extends BrokerNeeds {
  readonly read: ReadFile;
  readonly fetch: Fetch;
}

/** Which transport serves a source, by its scheme. A source without one is a file of the folder; `keyboard` has nothing to open. */
export function chooseTransport({ read, fetch, ...line }: TransportNeeds): ChooseTransport {
  const http = httpFeed(fetch, line.credentials);
  const stream = sseFeed(fetch, line.credentials);
  const socket = socketFeed(line.dial, line.credentials);
  const topic = mqttFeed(line);
  const typed: OpenFeed = () => () => {};
  const byScheme: Readonly<Record<string, OpenFeed>> = {
    https: http,
    http,
    'sse+https': stream,
    'sse+http': stream,
    wss: socket,
    ws: socket,
    mqtts: topic,
    mqtt: topic,
  };
  return (source) => {
    const scheme = /^([a-z+]+):\/\//.exec(source)?.[1];
    if (scheme !== undefined) return byScheme[scheme] ?? typed;
    return isFileSource(source) ? fileFeed(read) : typed;
  };
}

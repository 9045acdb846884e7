import { dialer } from './dial';
import type { ChooseTransport } from './feed-switch';
import type { Fetch } from './fetch-bytes';
import { fileFeed, isFileSource } from './file-feed';
import { httpFeed } from './http-feed';
import { mqttFeed } from './mqtt-feed';
import { socketFeed } from './socket-feed';
import { sseFeed } from './sse-feed';
import type { FindCredentials, OpenFeed } from './transport';

/** What transports need of the machine. `resolveProxy`, `caFile`: see dial.ts; `clientId`: this display's name at a broker. */
export interface TransportNeeds {
  readonly folder: string;
  readonly fetch: Fetch;
  readonly resolveProxy: (address: string) => Promise<string>;
  readonly caFile: string;
  readonly clientId: string;
  readonly credentials: FindCredentials;
}

/** Which transport serves a source, by its scheme. A source without one is a file of the folder; `keyboard` has nothing to open. */
export function chooseTransport({ folder, fetch, resolveProxy, caFile, clientId, credentials }: TransportNeeds): ChooseTransport {
  const dial = dialer(resolveProxy, caFile);
  const http = httpFeed(fetch, credentials);
  const stream = sseFeed(fetch, credentials);
  const socket = socketFeed(dial, credentials);
  const topic = mqttFeed(dial, credentials, clientId);
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
    return isFileSource(source) ? fileFeed(folder) : typed;
  };
}

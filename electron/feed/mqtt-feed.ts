import type { IPublishPacket, MqttClient } from 'mqtt';
import { type BrokerNeeds, brokerLine, topicOf } from '../network/broker';
import { type Connection, keepOpen } from '../network/keep-open';
import { LARGEST_PAYLOAD, type OpenFeed } from './transport';

/**
 * Subscribes to a topic, `mqtts://host/topic`. The broker keeps the newest message (retained), so that a display that starts has a number
 * at once; how old that is only its time of issue can tell. The broker's own life says nothing of the feed behind it: a reading is as old
 * as its message.
 */
export function mqttFeed(needs: BrokerNeeds, random: () => number = Math.random): OpenFeed {
  return ({ source }, listener) => {
    const connect = brokerLine(source, needs, { called: '番号の配信サーバー（MQTT）', largestPayload: LARGEST_PAYLOAD });
    const topic = topicOf(source);
    return keepOpen((connection) => connect(connection, (client) => follow(client, topic, connection)), listener, random);
  };
}

function follow(client: MqttClient, topic: string, connection: Connection): void {
  client.on('message', (name: string, payload: Buffer, { retain }: IPublishPacket) => {
    if (name === topic) connection.payload(payload, retain ? null : 'pushed');
  });
  client.subscribe(topic, { qos: 1 }, (error, granted) => {
    if (error || granted?.some(({ qos }) => qos >= 128)) connection.ended('このトピックを読む許可がありません');
  });
}

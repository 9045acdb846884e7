import type { Signage } from '../../renderer/domain/content/content';
import type { Feed } from '../../renderer/domain/snapshot';
import { chooseTransport, type TransportNeeds } from './choose-transport';
import { feedSwitch } from './feed-switch';
import { type IntakeNeeds, openIntake } from './intake';

/** What the tickets need of the machine and of the display. `publish` null: there are none to tell of. */
export interface TicketFeedNeeds extends TransportNeeds, Omit<IntakeNeeds, 'publish'> {
  readonly publish: (feed: Feed | null) => void;
}

/** The feed that the settings name, over its transport and through the intake. */
export function ticketFeed(needs: TicketFeedNeeds) {
  const feed = feedSwitch(chooseTransport(needs), (tickets, zone) => openIntake(tickets, zone, needs));
  return {
    /** Null: nothing is known yet, and no feed is open. */
    use(signage: Signage | null): void {
      if (signage?.tickets === null) needs.publish(null);
      feed.use(signage);
    },
    close: feed.close,
  };
}

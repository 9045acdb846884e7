import { contactAt } from './contacts';
import type { Block } from './content/block';
import { checklistItems } from './content/checklist';
import type { Contact, Layout, Slide } from './content/content';
import { cardSections } from './content/sections';
import { deadlineCards } from './deadline-cards';
import { hoursBody } from './hours-body';
import { LABELS, type Label, wordsIn } from './labels';
import { dateAndTime, liveAnswers } from './live-values';
import type { Moment } from './moment';
import { spokenTime } from './notation';
import type { ContactCard, SlideBody, SlideScene, TicketsView, Words } from './scene';
import { civilDateAt, wallTimeAt } from './time';

/** What a slide without a title of its own is called; the layouts made of text always have one. */
const LAYOUT_TITLES: Readonly<Partial<Record<Layout, Label>>> = {
  hours: LABELS.hoursTitle,
  countdown: LABELS.countdownTitle,
  tickets: LABELS.ticketsTitle,
  contact: LABELS.contactTitle,
};

/** A slide as drawn at this moment, or null when one of its live values has no answer. */
export function slideScene(slide: Slide, moment: Moment, tickets: TicketsView | null): SlideScene | null {
  const blocks = liveAnswers(slide.blocks, moment);
  if (blocks === null) return null;
  const { body, rest } = bodyOf(slide, blocks, moment, tickets);
  return {
    id: slide.id,
    title: titleOf(slide, moment),
    body,
    blocks: rest,
    link: slide.link === null ? null : { url: slide.link, caption: wordsIn(moment.signage.languages, LABELS.linkCaption) },
  };
}

/** The slide's title with its translations, or the layout's own. */
function titleOf(slide: Slide, { signage }: Moment): Words {
  const own = LAYOUT_TITLES[slide.layout];
  if (slide.title === '' && own !== undefined) return wordsIn(signage.languages, own);
  const translated = Object.fromEntries(slide.translations.map(({ language, title }) => [language, title]));
  return wordsIn(signage.languages, { ...translated, ja: slide.title });
}

interface BodyAndRest {
  readonly body: SlideBody;
  /** The text that the layout did not take. */
  readonly rest: readonly Block<string>[];
}

function bodyOf(slide: Slide, blocks: readonly Block<string>[], moment: Moment, tickets: TicketsView | null): BodyAndRest {
  switch (slide.layout) {
    case 'notice':
      return { body: { kind: 'notice' }, rest: blocks };
    case 'checklist': {
      const words = wordsIn(moment.signage.languages, LABELS.conditional);
      const items = checklistItems(blocks).map((item) => ({ ...item, conditional: item.conditional ? words : null }));
      return { body: { kind: 'checklist', items }, rest: blocks.filter(({ kind }) => kind !== 'list') };
    }
    case 'cards': {
      const { cards, rest } = cardSections(blocks);
      return { body: { kind: 'cards', cards }, rest };
    }
    case 'hours':
      return { body: hoursBody(moment) ?? { kind: 'notice' }, rest: blocks };
    case 'countdown':
      return { body: { kind: 'countdown', cards: deadlineCards(moment) }, rest: blocks };
    case 'tickets':
      return { body: { kind: 'tickets', tickets }, rest: blocks };
    case 'contact': {
      const contacts = moment.signage.contacts.map((contact) => contactCard(contact, moment));
      return { body: { kind: 'contact', contacts }, rest: blocks };
    }
  }
}

/** 受付中 午後8時まで, or 受付時間外 次は 9月30日（土） 午前9時30分から. */
function contactCard(contact: Contact, moment: Moment): ContactCard {
  const { signage, holidays, now, date } = moment;
  const zone = signage.timezone;
  const state = contactAt(contact, zone, holidays, now);
  const { name, phone, note } = contact;
  if (state === null) return { name, phone, note, status: null };
  const word = wordsIn(signage.languages, state.open ? LABELS.inHours : LABELS.outOfHours);
  if (state.open) {
    const text = state.closesAt === null ? '' : `${spokenTime(wallTimeAt(state.closesAt, zone))}まで`;
    return { name, phone, note, status: { open: true, word, text } };
  }
  if (state.opensAt === null) return { name, phone, note, status: { open: false, word, text: '' } };
  const opensToday = civilDateAt(state.opensAt, zone) === date;
  const at = opensToday ? spokenTime(wallTimeAt(state.opensAt, zone)) : dateAndTime(state.opensAt, zone);
  return { name, phone, note, status: { open: false, word, text: `${at}から` } };
}

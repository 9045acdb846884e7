import type { Block, Inline } from '../domain/content/block';
import type {
  CallView,
  CountdownView,
  DayView,
  Scene,
  SlideBody,
  SlideScene,
  StatusView,
  TicketsView,
  Words,
} from '../domain/scene';

/** Hand-made scenes: every layout, every state of the desk, little and much of everything. By name; the page tests use them too. */

const words = (main: string, en?: string): Words => ({ main, others: en === undefined ? [] : [{ language: 'en', text: en }] });
const text = (value: string): Inline<string> => ({ kind: 'text', text: value });
const strong = (value: string): Inline<string> => ({ kind: 'strong', children: [text(value)] });
const ruby = (of: string, reading: string): Inline<string> => ({ kind: 'ruby', base: of, reading });
const paragraph = (...children: Inline<string>[]): Block<string> => ({ kind: 'paragraph', children });
const list = (...items: string[]): Block<string> => ({
  kind: 'list',
  ordered: false,
  start: 1,
  items: items.map((item) => ({ children: [text(item)], below: [] })),
});

const NOTE = words('ご用件により、番号の順番が前後することがあります。', 'Numbers may be called out of order.');
const HEADING = words('ただいまのご案内', 'Now serving');

function calls(list: readonly CallView[], more: Partial<Extract<TicketsView, { kind: 'calls' }>> = {}): TicketsView {
  return {
    kind: 'calls',
    heading: HEADING,
    calls: list,
    age: null,
    waiting: { label: words('お待ちの方', 'Waiting'), count: 12 },
    wait: { label: words('待ち時間の目安', 'Estimated wait'), text: '約50〜55分' },
    note: NOTE,
    ...more,
  };
}

const call = (label: string, counter: string | null = '窓口 1', fresh = false): CallView => ({ label, counter, fresh });
const QUIET: Extract<TicketsView, { kind: 'quiet' }> = {
  kind: 'quiet',
  heading: HEADING,
  text: words('係員がお呼びします', 'Staff will call you'),
  note: NOTE,
};

function status(
  state: StatusView['state'],
  tone: StatusView['tone'],
  word: Words,
  line: Words,
  detail: string | null = null,
): StatusView {
  return { state, tone, word, text: line, detail };
}

const OPEN = status('open', 'open', words('受付中', 'Open'), words('受付終了まで 1時間36分', 'Closes at 5:00 p.m.'));
const STATES = {
  open: OPEN,
  'open-soon': status('open', 'soon', words('受付中', 'Open'), words('受付終了まで 36分05秒', 'Closes at 5:00 p.m.')),
  'open-urgent': status(
    'open',
    'urgent',
    words('受付中', 'Open'),
    words('受付終了まで 9分05秒', 'Closes at 5:00 p.m.'),
    '本日が最終日です',
  ),
  'open-last-day': status(
    'open',
    'open',
    words('受付中', 'Open'),
    words('受付終了まで 7時間', 'Closes at 5:00 p.m.'),
    '本日が最終日です',
  ),
  before: status('before', 'calm', words('受付前', 'Not yet open'), words('受付は 午前8時30分から', 'Opens at 8:30 a.m.')),
  paused: status(
    'paused',
    'soon',
    words('休止中', 'Paused'),
    words('システムメンテナンスのため受付を休止しています', 'Service is paused'),
    '再開予定 午前11時',
  ),
  'reception-closed': status(
    'receptionClosed',
    'soon',
    words('受付締切', 'No more tickets'),
    words('本日の受付は締め切りました', 'No more tickets today'),
    '次は 9月29日（金） 午前8時30分から',
  ),
  after: status(
    'after',
    'calm',
    words('受付終了', 'Closed'),
    words('本日の受付は終了しました', 'Closed for today'),
    '次は 9月29日（金） 午前8時30分から',
  ),
  closed: status(
    'closed',
    'calm',
    words('お休み', 'Closed today'),
    words('本日はお休みです（敬老の日）', 'Closed today'),
    '次は 9月19日（火） 午前8時30分から',
  ),
  ended: status('ended', 'calm', words('終了', 'Ended'), words('支援窓口は終了しました', 'This desk has closed for good')),
} as const satisfies Record<string, StatusView>;

const HOURS = [{ opens: '8:30', closes: '17:00' }];
const HALF = [{ opens: '8:30', closes: '12:00' }];

function day(
  at: number,
  weekday: string,
  state: DayView['state'],
  reason: string | null = null,
  marks: DayView['marks'] = [],
  half = false,
): DayView {
  return {
    date: `2023-09-${String(at).padStart(2, '0')}`,
    weekday,
    day: String(at),
    state,
    hours: state === 'open' ? (half ? HALF : HOURS) : [],
    reason,
    marks,
  };
}

const TODAY = { kind: 'today', text: '本日' } as const;
const LAST = { kind: 'lastDay', text: '最終日' } as const;
const DEADLINE = { kind: 'deadline', text: '申込期限' } as const;
const DAYS: readonly DayView[] = [
  day(28, '木', 'open', null, [TODAY]),
  day(29, '金', 'open', null, [LAST]),
  day(30, '土', 'closed', 'お休み', [DEADLINE]),
  day(1, '日', 'ended', '終了'),
  day(2, '月', 'ended', '終了'),
  day(3, '火', 'ended', '終了'),
  day(4, '水', 'ended', '終了'),
];
const HOLIDAY_DAYS: readonly DayView[] = [
  day(18, '月', 'closed', '敬老の日', [TODAY]),
  day(19, '火', 'open'),
  day(20, '水', 'closed', '臨時休業'),
  day(21, '木', 'open'),
  day(22, '金', 'closed', '国民の休日'),
  day(23, '土', 'open', null, [], true),
  day(24, '日', 'closed', 'お休み'),
];
const LAST_DAYS: readonly DayView[] = [
  day(29, '金', 'open', null, [TODAY, LAST]),
  ...DAYS.slice(2),
  day(5, '木', 'ended', '終了'),
];

function hours(view: StatusView, days: readonly DayView[], today = HOURS, note: string | null = null): SlideBody {
  return { kind: 'hours', status: view, today, note, days };
}

function slide(id: string, title: Words, body: SlideBody, more: Partial<SlideScene> = {}): SlideScene {
  return { id, title, body, blocks: [], link: null, ...more };
}

const CLOSES: CountdownView = {
  label: words('本日の受付終了まで', 'Closes today at 5:00 p.m.'),
  figure: '1時間36分',
  detail: null,
  tone: 'open',
};
const UNTIL: CountdownView = {
  label: words('マイナポイント申込期限まで', 'Deadline: Sat, 30 Sep'),
  figure: 'あと2日',
  detail: '9月30日（土）まで',
  tone: 'soon',
};
const UNTIL_TODAY: CountdownView = { ...UNTIL, figure: '本日まで', detail: '残り 8時間36分', tone: 'urgent' };
const OVER: CountdownView = {
  ...UNTIL,
  label: words('マイナポイント申込期限', 'Deadline: Sat, 30 Sep'),
  figure: '終了しました',
  detail: null,
  tone: 'calm',
};

const PLAIN: Scene = {
  language: 'ja',
  screen: { inches: 55, distance: 5 },
  dark: false,
  drift: 0,
  header: {
    title: 'マイナポイント支援窓口',
    place: '市役所本庁舎1階 ふれあいプラザ',
    moved: false,
    date: '令和5年9月28日（木）',
    time: '15:24',
  },
  stage: { kind: 'standby', text: words('しばらくお待ちください', 'One moment, please') },
  tickets: calls([call('42')]),
  foot: { desk: { status: OPEN, countdown: CLOSES }, deadlines: [UNTIL], position: { index: 1, count: 6 } },
  marks: [],
  overlay: null,
  transition: 'cut',
};

function scene(shown: SlideScene, more: Partial<Scene> = {}): Scene {
  return { ...PLAIN, stage: { kind: 'slide', slide: shown }, ...more };
}

const HOURS_TITLE = words('本日の受付時間', 'Today’s hours');
const CROWDED = [paragraph(text('混み合うときは、時間内でも受付を締め切ることがあります。'))];

function hoursScene(
  name: keyof typeof STATES,
  days: readonly DayView[],
  blocks: readonly Block<string>[] = CROWDED,
  today = HOURS,
): Scene {
  const view = STATES[name];
  const isOpen = view.state === 'open';
  const figure = view.text.main.replace('受付終了まで ', '');
  return scene(slide('20-hours', HOURS_TITLE, hours(view, days, today), { blocks }), {
    foot: {
      desk: { status: view, countdown: isOpen ? { ...CLOSES, figure, tone: view.tone } : null },
      deadlines: [name === 'open-urgent' || name === 'open-last-day' ? { ...UNTIL, figure: 'あと1日' } : UNTIL],
      position: { index: 0, count: 6 },
    },
    ...(view.state === 'ended'
      ? { tickets: null }
      : view.state === 'closed' || view.state === 'after'
        ? { tickets: { ...QUIET, text: view.text } }
        : {}),
  });
}

const item = (number: number, thing: string, note = '', conditional = false) => ({
  number,
  thing: [text(thing)],
  note: note === '' ? [] : [text(note)],
  conditional: conditional ? words('該当する方のみ', 'If it applies to you') : null,
});

const CHECKLIST = slide('30-what-to-bring', words('お申し込みに必要なもの', 'What to bring'), {
  kind: 'checklist',
  items: [
    item(1, 'マイナンバーカード'),
    {
      ...item(2, ''),
      thing: [text('カードの'), ruby('暗証番号', 'あんしょうばんごう')],
      note: [text('受け取りのときに決めた数字4桁')],
    },
    item(3, '決済サービスのIDとセキュリティコード', '調べ方はサービスごとに違います'),
    item(4, 'ご本人名義の口座が分かるもの', '公金受取口座を登録する方のみ', true),
  ],
});

const DEADLINE_CARD = {
  name: words('マイナポイント申込期限', 'Application deadline'),
  figure: '2',
  unit: '日',
  detail: '9月30日（土）まで',
  note: '延長はありません',
  timeLeft: null,
  over: false,
  tone: 'soon',
} as const;
const LAST_CARD = {
  name: words('窓口の最終日', 'Last day of this desk'),
  figure: '1',
  unit: '日',
  detail: '9月29日（金） 午後5時まで',
  note: null,
  timeLeft: null,
  over: false,
  tone: 'urgent',
} as const;
const TODAY_CARD = { ...DEADLINE_CARD, figure: '本日まで', unit: null, timeLeft: '残り 8時間36分', tone: 'urgent' } as const;
const OVER_CARD = { ...LAST_CARD, figure: '終了しました', unit: null, over: true, tone: 'calm' } as const;

function countdown(...cards: Extract<SlideBody, { kind: 'countdown' }>['cards'][number][]): SlideScene {
  return slide('10-deadlines', words('締め切りが近づいています', 'Deadlines'), { kind: 'countdown', cards });
}

const LINK = { url: 'https://www.example.lg.jp/mynapoint', caption: words('くわしくはこちら', 'More information') };
const NOTICE = slide(
  '65-interrupted',
  words('手続きを途中でやめた方へ', 'Please check your application'),
  { kind: 'notice' },
  {
    blocks: [
      paragraph(text('別の人の決済サービスに結び付いた例が、全国で報告されています。')),
      paragraph(strong('ご自身の申込状況をご確認ください。')),
    ],
  },
);
const ONE_HOUR = slide(
  '50-one-hour',
  words('電子証明書を更新した方へ', 'After renewing your certificate'),
  { kind: 'notice' },
  {
    blocks: [
      paragraph(text('更新や発行のあとは、1時間お待ちください。')),
      paragraph(
        text('いま更新を終えた方は '),
        { kind: 'strong', children: [{ kind: 'live', value: '16時24分' }] },
        text(' から申し込めます。'),
      ),
    ],
  },
);
const LONG_NOTICE = slide(
  '70-payment',
  words('決済サービスによって条件が違いますので、事前にご確認ください', 'Conditions differ between services'),
  { kind: 'notice' },
  {
    blocks: [
      paragraph(text('一部の決済サービスでは、ポイント申込前に事前の登録が必要です。')),
      list(
        '決済・チャージの上限額が定められていて、一度に2万円のチャージができない場合があります',
        '申込当日のチャージ・買い物は、ポイント付与の対象になりません',
        '期限の延長はありませんので、お早めに申込手続きを行ってください（9月30日（土）まで）',
      ),
      paragraph(text('市役所の申込み支援では、インターネット上の利用者登録はお手伝いできません。')),
    ],
  },
);
const TABLE = slide(
  '22-weekly-hours',
  words('受付時間', 'Hours'),
  { kind: 'notice' },
  {
    blocks: [
      {
        kind: 'table',
        head: [],
        rows: [
          [[text('月曜日から金曜日')], [text('8:30〜17:00')]],
          [[text('第2・第4土曜日')], [text('8:30〜12:00')]],
          [[text('祝日・12月29日〜1月3日')], [text('お休み')]],
        ],
      },
      paragraph(text('システムメンテナンスのため、支援できないことがあります。')),
    ],
  },
);

const section = (heading: string, ...blocks: Block<string>[]) => ({ heading: [text(heading)], blocks });
const CARDS = slide('75-campaigns', words('もらえるポイント', 'What you receive'), {
  kind: 'cards',
  cards: [
    section('カードを取得', paragraph(strong('最大5,000円相当')), paragraph(text('チャージか買い物の25%'))),
    section('健康保険証の申込み', paragraph(strong('7,500円相当'))),
    section('公金受取口座の登録', paragraph(strong('7,500円相当'))),
  ],
});
const FOUR_CARDS = slide('45-not-here', words('窓口でできないこと', 'What this desk cannot do'), {
  kind: 'cards',
  cards: [
    section('利用者登録', paragraph(text('決済サービスの利用者登録は、お越しになる前にお済ませください。'))),
    section('対象外の決済サービス', paragraph(text('手続スポットで申し込めないサービスは、ここでも申し込めません。'))),
    section('電子証明書が使えないとき', paragraph(text('有効期限をお確かめください。更新のあとは1時間お待ちください。'))),
    section('代理の方', paragraph(text('15歳未満の方を除き、ご本人が手続きしてください。'))),
  ],
});

const CALL_CENTRE = {
  name: 'マイナポイント コールセンター',
  phone: '0120-95-0178',
  note: 'ダイヤル後、5番を押してください',
  status: { open: true, word: words('受付中', 'Open now'), text: '午後8時まで' },
};
const SECTION = {
  name: '企画政策部 デジタル推進課 デジタル推進担当',
  phone: '0467-81-7124',
  note: null,
  status: { open: false, word: words('受付時間外', 'Closed now'), text: '9月29日（金） 午前8時30分から' },
};
const contact = (...contacts: Extract<SlideBody, { kind: 'contact' }>['contacts'][number][]): SlideScene =>
  slide('90-contact', words('お問い合わせ', 'Contact'), { kind: 'contact', contacts });

const FIVE = [call('C-45', '窓口 3', true), call('142', '窓口 12'), call('43', '窓口 1'), call('42', '窓口 2'), call('9', null)];
const ticketsSlide = (tickets: TicketsView | null): SlideScene => slide('25-tickets', HEADING, { kind: 'tickets', tickets });

const KEYS = [
  { keys: ['→', 'PageDown'], does: '次のスライド' },
  { keys: ['←', 'PageUp'], does: '前のスライド' },
  { keys: ['1', '〜', '9'], does: 'その番号のスライド' },
  { keys: ['Home', 'End'], does: '最初・最後のスライド' },
  { keys: ['スペース'], does: 'このスライドで止める／再開（10分で自動的に再開）' },
  { keys: ['?', 'F1'], does: 'この案内を開く／閉じる' },
  { keys: ['Ctrl', 'Shift', 'Q'], does: '表示を終了（確認あり）' },
];
const PROBLEM = {
  file: 'slides/20-hours.md',
  line: 4,
  level: 'error',
  message: 'seconds は 3〜600 の数字です（"十五" とあります）',
} as const;

/** All scenes by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'hours-open': hoursScene('open', DAYS),
  'hours-open-soon': hoursScene('open-soon', DAYS),
  'hours-open-urgent': hoursScene('open-urgent', LAST_DAYS),
  'hours-open-last-day': hoursScene('open-last-day', LAST_DAYS),
  'hours-before': hoursScene('before', DAYS),
  'hours-paused': hoursScene('paused', DAYS),
  'hours-reception-closed': hoursScene('reception-closed', DAYS),
  'hours-after': hoursScene('after', DAYS),
  'hours-closed': hoursScene('closed', HOLIDAY_DAYS, [], []),
  'hours-ended': hoursScene('ended', DAYS.slice(2).concat(day(5, '木', 'ended', '終了'), day(6, '金', 'ended', '終了')), [], []),
  'hours-changed': scene(
    slide(
      '20-hours',
      HOURS_TITLE,
      hours(
        OPEN,
        DAYS,
        [
          { opens: '8:30', closes: '12:00' },
          { opens: '13:00', closes: '15:00' },
        ],
        '停電のため、時間を変えています',
      ),
    ),
    { header: { ...PLAIN.header, place: '分庁舎1階', moved: true } },
  ),
  checklist: scene(CHECKLIST),
  'checklist-long': scene({
    ...CHECKLIST,
    body: {
      kind: 'checklist',
      items: [
        ...(CHECKLIST.body.kind === 'checklist' ? CHECKLIST.body.items : []),
        item(5, 'カードを読み取れるスマートフォン（Android・iPhone）', 'ご自身で申し込む方', true),
        item(6, '整理券', '受付でお渡しします'),
      ],
    },
  }),
  'checklist-link': scene({
    ...CHECKLIST,
    blocks: [paragraph(text('円滑なご案内のため、できるだけ事前にお調べください。'))],
    link: LINK,
  }),
  'checklist-short': scene({ ...CHECKLIST, body: { kind: 'checklist', items: [item(1, 'マイナンバーカード')] } }),
  'countdown-one': scene(countdown(DEADLINE_CARD)),
  'countdown-two': scene(countdown(LAST_CARD, DEADLINE_CARD)),
  'countdown-three': scene(countdown(OVER_CARD, TODAY_CARD, { ...DEADLINE_CARD, figure: '128', name: words('確定申告の受付') })),
  'countdown-four': scene(countdown(LAST_CARD, TODAY_CARD, OVER_CARD, { ...DEADLINE_CARD, figure: '20' })),
  notice: scene(NOTICE),
  'notice-link': scene({ ...NOTICE, link: LINK }),
  'notice-live': scene(ONE_HOUR, { transition: 'fade' }),
  'notice-long': scene(LONG_NOTICE, {
    tickets: calls([call('42'), call('43', '窓口 2'), call('C-45', '窓口 3')], { age: '更新 15:24' }),
  }),
  'notice-long-link': scene({ ...LONG_NOTICE, link: LINK }),
  'notice-table': scene(TABLE),
  'notice-no-feed': scene(NOTICE, { tickets: null }),
  cards: scene(CARDS),
  'cards-four': scene(FOUR_CARDS, { tickets: null }),
  'cards-two-link': scene({
    ...FOUR_CARDS,
    body: { kind: 'cards', cards: FOUR_CARDS.body.kind === 'cards' ? FOUR_CARDS.body.cards.slice(0, 2) : [] },
    link: LINK,
  }),
  contact: scene(contact(CALL_CENTRE)),
  'contact-two': scene(contact(CALL_CENTRE, SECTION), { tickets: null }),
  'contact-two-tickets': scene(contact(CALL_CENTRE, SECTION)),
  'tickets-one': scene(ticketsSlide(calls([call('42', '窓口 1', true)])), { tickets: calls([call('42', '窓口 1', true)]) }),
  'tickets-five': scene(ticketsSlide(calls(FIVE)), { tickets: calls(FIVE) }),
  'tickets-two': scene(NOTICE, {
    tickets: calls([call('143', '窓口 2', true), call('42')], {
      wait: { label: words('待ち時間の目安', 'Estimated wait'), text: '50分〜1時間以上' },
    }),
  }),
  'tickets-none': scene(NOTICE, { tickets: calls([]) }),
  'tickets-quiet': scene(ticketsSlide(QUIET), { tickets: QUIET }),
  'foot-three': scene(NOTICE, {
    foot: {
      desk: { status: OPEN, countdown: { ...CLOSES, figure: '36分05秒', tone: 'soon' } },
      deadlines: [
        UNTIL_TODAY,
        { ...UNTIL, label: words('確定申告の受付', 'Deadline: Fri, 15 Mar'), figure: 'あと128日', detail: '3月15日（金）まで' },
      ],
      position: { index: 2, count: 17 },
    },
  }),
  'foot-four': scene(NOTICE, {
    foot: {
      desk: { status: STATES.after, countdown: null },
      deadlines: [UNTIL, OVER, UNTIL_TODAY],
      position: { index: 11, count: 12 },
    },
  }),
  standby: { ...PLAIN, tickets: null, foot: { ...PLAIN.foot, position: null } },
  unknown: {
    ...PLAIN,
    header: { title: '', place: '', moved: false, date: '', time: '' },
    tickets: null,
    foot: { desk: null, deadlines: [], position: null },
  },
  dark: { ...PLAIN, dark: true },
  marks: scene(CHECKLIST, {
    marks: [
      { kind: 'hold', text: '表示を止めています' },
      { kind: 'rehearsal', text: 'リハーサル' },
    ],
    drift: 3,
  }),
  'keys-overlay': scene(NOTICE, {
    overlay: {
      kind: 'keys',
      keys: KEYS,
      problems: [
        PROBLEM,
        { ...PROBLEM, level: 'warning', line: null, message: '2023-09-23 は第4土曜日ですが、秋分の日でもあります' },
      ],
      version: '0.1.0',
    },
  }),
  'leave-overlay': scene(NOTICE, { overlay: { kind: 'leave' } }),
};

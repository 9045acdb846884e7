/** The content folder behind the pictures: one desk, a slide for each layout with little and with much in it. */

/** The screen of the pictures: a usual one, seen from a usual distance. */
export const SCREEN = '{ inches: 55, distance: 5, sleep: 21:00-7:00 }';

/** The desk's hours and what changes them. */
export const DESK = `
  hours:
    - { days: 月-金, time: 8:30-17:00, except: [祝日, 12/29-1/3] }
    - { days: [第2土, 第4土], time: 8:30-12:00 }
  lastDay: 2023-09-29
  changes:
    - { date: 2023-09-26, pause: 10:00-11:00, reason: システムメンテナンス }
    - { date: 2023-09-13, time: 8:30-15:00, reason: 停電のため }
    - { date: 2023-09-20, closed: true, reason: 臨時休業 }
    - { from: 2023-09-25, until: 2023-09-25, place: 分庁舎1階 相談コーナー }`;

/** The one deadline. */
export const DEADLINE = '  - { name: マイナポイント申込期限, date: 2023-09-30, note: 延長はありません }';

const CALL_CENTRE = `
  - name: マイナポイント コールセンター
    phone: 0120-95-0178
    note: ダイヤル後、5番を押してください
    hours:
      - { days: 月-金, time: 9:30-20:00, except: [祝日, 12/29-1/3] }
      - { days: [土, 日, 祝日], time: 9:30-17:30, except: [12/29-1/3] }`;

const SECTION = `
  - name: 企画政策部 デジタル推進課 デジタル推進担当
    phone: 0467-81-7124
    hours:
      - { days: 月-金, time: 8:30-17:00, except: [祝日, 12/29-1/3] }`;

/** The parts of `signage.yaml` that a picture may have otherwise. */
export interface Settings {
  readonly screen?: string;
  readonly languages?: string;
  readonly desk?: string;
  readonly deadlines?: readonly string[];
  readonly contacts?: 'one' | 'two' | 'three';
  readonly pin?: string;
}

/** `signage.yaml` of the gallery's desk. */
export function signageYaml({
  screen = SCREEN,
  languages = '[ja, en]',
  desk = DESK,
  deadlines = [DEADLINE],
  contacts,
  pin,
}: Settings): string {
  const listed = { one: CALL_CENTRE, two: CALL_CENTRE + SECTION, three: CALL_CENTRE + SECTION + CALL_CENTRE }[contacts ?? 'one'];
  return `title: マイナポイント支援窓口
place: 市役所本庁舎1階 ふれあいプラザ
timezone: Asia/Tokyo
languages: ${languages}
screen: ${screen}
desk: ${desk}
deadlines:
${deadlines.join('\n')}
contacts: ${listed}
tickets: { source: tickets.json }
${pin === undefined ? '' : `pin: ${pin}\n`}`;
}

const ITEMS = `1. マイナンバーカード
2. カードの{暗証番号|あんしょうばんごう}
   受け取りのときに決めた数字4桁
3. 決済サービスのIDとセキュリティコード
   調べ方はサービスごとに違います
4. ご本人名義の口座が分かるもの（該当する方のみ）
   公金受取口座を登録する場合`;

const LINK = 'link: https://www.example.lg.jp/mynapoint\n';
const LONG_TEXT = `一部の決済サービスでは、ポイント申込前に事前の登録が必要です。

- 決済・チャージの上限額が定められていて、一度に2万円のチャージができない場合があります
- 申込当日のチャージ・買い物は、ポイント付与の対象になりません
- 期限の延長はありませんので、お早めに申込手続きを行ってください（9月30日（土）まで）

市役所の申込み支援では、インターネット上の利用者登録はお手伝いできません。`;

/** Too much for one page on any screen; with a date, a time, a number, a telephone number and furigana, none of which may be parted. */
const PAGES_TEXT = `マイナポイントの申込みで、別の人の決済サービスにポイントが付与された事例が、全国で報告されています。原因は、前の人が手続きを終えた後に、端末からログアウトしないまま次の人が操作したことです。市役所の支援窓口では、お一人の手続きが終わるたびに、職員が画面を初めの状態に戻しています。

これまでにお手続きをされた方も、ご自身の申込状況をご確認ください。確認には、マイナンバーカードと4桁の{暗証番号|あんしょうばんごう}が必要です。令和5年9月30日（土）までは、マイナポイントアプリの「申込状況を確認」から、いつでもご覧いただけます。窓口での確認は、月曜日から金曜日の午前8時30分から午後5時までです。

## 心当たりのない決済サービスが表示されたとき

マイナポイント コールセンター 0120-95-0178 へお電話ください。音声ガイダンスの後、5番を押すと係員につながります。付与されたポイントは最大20,000円相当ですので、お早めにお確かめください。なお、電話がつながりにくい時間帯があります。お待ちいただくことをご了承ください。`;

const MANY_ITEMS = `${ITEMS}
5. カードを読み取れるスマートフォン（該当する方のみ）
   ご自身で申し込む方。対応する機種は受付でお調べします
6. 整理券
   受付でお渡しします。番号が前後することがあります
7. 委任状（該当する方のみ）
   代理の方が来られるとき。様式は市のホームページにあります
8. 代理の方の本人確認書類
   運転免許証、旅券など、顔写真の付いたもの
9. 前回の申込みの控え（該当する方のみ）
   途中でやめた方。なくても、番号が分かれば手続きできます
10. 老眼鏡など
    画面の文字が小さいため、お使いの方はお持ちください`;

const MANY_CARDS = [
  [
    '暗証番号を忘れました',
    '市民課の窓口で再設定できます。ご本人がカードをお持ちください。3回続けて間違えるとロックされますが、これも市民課で解除できます。',
  ],
  [
    '電子証明書の期限が切れています',
    '先に市民課で更新してください。更新のあとは1時間お待ちください。有効期限は発行から5回目の誕生日までです。',
  ],
  [
    'スマートフォンを持っていません',
    '窓口の端末でお申し込みいただけます。決済サービスのIDとセキュリティコードを、あらかじめお調べください。',
  ],
  ['代理で申し込めますか', '15歳未満の方は、法定代理人が申し込めます。それ以外の方は、ご本人がお越しください。'],
  ['付与はいつですか', '決済サービスによって違います。申込みの翌日から、遅いものでは2か月ほどかかります。'],
  ['別の決済サービスに変えられますか', '申込みが終わると変更できません。お申し込みの前によくご確認ください。'],
]
  .map(([heading, text]) => `## ${heading}\n\n${text}\n`)
  .join('\n');

function slide(settings: string, body = ''): string {
  return `---\n${settings.trim()}\n---\n${body}\n`;
}

/** Each slide by its id, with its English title where a visitor would find one. */
const SLIDES: Readonly<Record<string, readonly [markdown: string, english: string]>> = {
  hours: [
    slide('layout: hours\ntitle: 本日の受付時間', '混み合うときは、時間内でも受付を締め切ることがあります。'),
    'Today’s hours',
  ],
  'hours-short': [slide('layout: hours\ntitle: 本日の受付時間'), 'Today’s hours'],
  countdown: [slide('layout: countdown\ntitle: 締め切りが近づいています'), 'Deadlines'],
  'countdown-text': [
    slide(
      'layout: countdown\ntitle: 窓口と申し込みの期限',
      '9月30日（土）は市役所が開いていないため、窓口でのご案内はありません。',
    ),
    'Deadlines',
  ],
  tickets: [slide('layout: tickets\ntitle: ただいまのご案内'), 'Now serving'],
  checklist: [slide('layout: checklist\ntitle: お申し込みに必要なもの', ITEMS), 'What to bring'],
  'checklist-short': [slide('layout: checklist\ntitle: お申し込みに必要なもの', '1. マイナンバーカード'), 'What to bring'],
  'checklist-long': [
    slide(
      'layout: checklist\ntitle: お申し込みに必要なもの',
      `${ITEMS}\n5. カードを読み取れるスマートフォン（該当する方のみ）\n   ご自身で申し込む方\n6. 整理券\n   受付でお渡しします`,
    ),
    'What to bring',
  ],
  'checklist-link': [
    slide(
      `layout: checklist\ntitle: お申し込みに必要なもの\n${LINK}`,
      `円滑なご案内のため、できるだけ事前にお調べください。\n\n${ITEMS}`,
    ),
    'What to bring',
  ],
  notice: [
    slide(
      'title: 手続きを途中でやめた方へ',
      '別の人の決済サービスに結び付いた例が、全国で報告されています。\n\n**ご自身の申込状況をご確認ください。**',
    ),
    'Please check your application',
  ],
  'notice-short': [slide('title: お知らせ', '本日の整理券は、午後4時まで配ります。'), 'Notice'],
  'notice-link': [
    slide(
      `title: 手続きを途中でやめた方へ\n${LINK}`,
      '別の人の決済サービスに結び付いた例が、全国で報告されています。\n\n**ご自身の申込状況をご確認ください。**',
    ),
    'Please check your application',
  ],
  'notice-live': [
    slide(
      'title: 電子証明書を更新した方へ',
      '更新や発行のあとは、1時間お待ちください。\n\nいま更新を終えた方は **{{now+60m}}** から申し込めます。',
    ),
    'After renewing your certificate',
  ],
  'notice-long': [
    slide('title: 決済サービスによって条件が違いますので、事前にご確認ください', LONG_TEXT),
    'Conditions differ between services',
  ],
  'notice-long-link': [
    slide(`title: 決済サービスによって条件が違いますので、事前にご確認ください\n${LINK}`, LONG_TEXT),
    'Conditions differ between services',
  ],
  'notice-picture': [
    slide(
      'title: 相談コーナーの場所が変わります',
      '本庁舎の正面玄関を出て、右へお進みください。\n\n![海の家と浜辺の写真](photo.jpg)\n\n9月25日（月）からは、**分庁舎1階**です。',
    ),
    'The desk moves',
  ],
  'notice-table': [
    slide(
      'title: 受付時間',
      '| 曜日 | 時間 |\n|---|---|\n| 月曜日から金曜日 | 8:30〜17:00 |\n| 第2・第4土曜日 | 8:30〜12:00 |\n| 祝日・12月29日〜1月3日 | お休み |\n\nシステムメンテナンスのため、支援できないことがあります。',
    ),
    'Hours',
  ],
  cards: [
    slide(
      'layout: cards\ntitle: もらえるポイント',
      '## カードの取得\n\n**最大5,000円相当**\n\nチャージか買い物の25%\n\n## 健康保険証\n\n**7,500円相当**\n\n利用を申し込んだ方\n\n## 公金受取口座\n\n**7,500円相当**\n\n口座を登録した方',
    ),
    'What you receive',
  ],
  'cards-two': [
    slide(
      `layout: cards\ntitle: 窓口でできないこと\n${LINK}`,
      '## 利用者登録\n\n決済サービスの利用者登録は、お越しになる前にお済ませください。\n\n## 対象外の決済サービス\n\n手続スポットで申し込めないサービスは、ここでも申し込めません。',
    ),
    'What this desk cannot do',
  ],
  'cards-four': [
    slide(
      'layout: cards\ntitle: 窓口でできないこと',
      '## 利用者登録\n\n決済サービスの利用者登録は、お越しになる前にお済ませください。\n\n## 対象外の決済サービス\n\n手続スポットで申し込めないサービスは、ここでも申し込めません。\n\n## 電子証明書が使えないとき\n\n有効期限をお確かめください。更新のあとは1時間お待ちください。\n\n## 代理の方\n\n15歳未満の方を除き、ご本人が手続きしてください。',
    ),
    'What this desk cannot do',
  ],
  media: [slide('title: 海の家のご案内', '写真'), 'By the sea'],
  'notice-pages': [slide('title: 別の人にポイントが付与された事例について', PAGES_TEXT), 'Points given to another person'],
  'notice-pages-link': [
    slide(`title: 別の人にポイントが付与された事例について\n${LINK}`, PAGES_TEXT),
    'Points given to another person',
  ],
  'checklist-pages': [
    slide(
      'layout: checklist\ntitle: お申し込みに必要なもの',
      `お忘れのものがあると、お申し込みいただけません。\n\n${MANY_ITEMS}`,
    ),
    'What to bring',
  ],
  'cards-pages': [slide('layout: cards\ntitle: よくあるお尋ね', MANY_CARDS), 'Frequent questions'],
  'hours-pages': [slide('layout: hours\ntitle: 本日の受付時間', PAGES_TEXT), 'Today’s hours'],
  contact: [slide('layout: contact\ntitle: お問い合わせ'), 'Contact'],
};

/** The slide of this id as files of the folder. */
export function slideFiles(id: string): Readonly<Record<string, string>> {
  const found = SLIDES[id];
  if (found === undefined) throw new Error(`no slide ${id}`);
  const [markdown, english] = found;
  return { [`slides/${id}.md`]: markdown, [`slides/${id}.en.md`]: slide(`title: ${english}`), ...OTHER_SLIDES };
}

/** The rest of the rotation, one before and four behind. */
const OTHER_SLIDES = Object.fromEntries(
  ['a', 'z1', 'z2', 'z3', 'z4'].map((id) => [`slides/${id}.md`, slide('title: ほかのご案内', '本文')]),
);

/** Pre-approved cards, one of them an exercise. */
export const EMERGENCY_FILES: Readonly<Record<string, string>> = {
  'emergency/10-earthquake.md': slide('title: 地震です', '低くなり、頭を守ってください。'),
  'emergency/20-fire.md': slide('title: 火事です', '係員の案内で、外へ出てください。'),
  'emergency/90-drill.md': slide('title: 避難訓練です\ndrill: true', '係員の案内にしたがってください。'),
};

import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { version } from '../package.json';
import { checkFolder, checkText } from '../renderer/domain/check/check';
import { emptyFolder, readFolder } from '../renderer/domain/content/folder';
import { feedPreview, feedPreviewText, feedProblems, type SavedPayload } from '../renderer/domain/feed-preview';
import { planAt, planDay, planText } from '../renderer/domain/plan';
import { problemLines } from '../renderer/domain/problem-lines';
import { civilDateAt } from '../renderer/domain/time';
import { type Command, type FeedCommand, parseCommandLine } from './command-line';
import { decode } from './content/decode';
import { readOnce } from './content/read';
import { fontCharacters } from './font-characters';
import { HELP } from './help';

/** Answers what needs no display, on plain Node: exit status 1 when there is nothing to plan from or the check finds a
 * problem, 2 for a wrong option. */
async function answer(args: readonly string[]): Promise<number> {
  const command = parseCommandLine(args, false);
  switch (command.kind) {
    case 'help':
      process.stdout.write(HELP);
      return 0;
    case 'version':
      process.stdout.write(`${version}\n`);
      return 0;
    case 'wrong':
      process.stderr.write(`fureai-signage: ${command.message}\n`);
      return 2;
    case 'display':
    case 'capture':
      process.stderr.write('fureai-signage: this answers check, plan, --help and --version; all else needs Electron\n');
      return 2;
    case 'check':
      return check(command);
    case 'plan':
      return plan(command);
    case 'feed':
      return feed(command);
  }
}

/** The date of today is that of the machine: the folder's own zone may be what is wrong with it. */
async function check({ folder, feed: saved, json }: Extract<Command, { kind: 'check' }>): Promise<number> {
  const files = await readOnce(folder).catch(() => []);
  const characters = await fontCharacters(join(__dirname, '..', 'renderer', 'assets'));
  const today = civilDateAt(Date.now(), 'Asia/Tokyo');
  const ofFolder = checkFolder(files, today, characters && ((codePoint) => characters.has(codePoint)));
  const preview =
    saved === null ? null : feedPreview(readFolder(emptyFolder, files).content, await readSaved(saved), null, Date.now());
  const problems = [...ofFolder, ...(saved === null || preview === null ? [] : feedProblems(basename(saved), preview))];
  process.stdout.write(json ? `${JSON.stringify({ problems }, null, 2)}\n` : checkText(problems));
  return problems.some(({ level }) => level === 'error') ? 1 : 0;
}

async function plan({ folder, at, day, json }: Extract<Command, { kind: 'plan' }>): Promise<number> {
  const { content, problems } = readFolder(emptyFolder, await readOnce(folder).catch(() => []));
  for (const line of problemLines(problems)) process.stderr.write(`${line}\n`);
  const atInstant = at === null ? null : planAt(content, at);
  const ofDay = day === null ? null : planDay(content, day);
  const answered = atInstant ?? ofDay;
  if (answered === null) {
    process.stderr.write(`fureai-signage: ${folder} has no usable signage.yaml\n`);
    return 1;
  }
  const moments = 'moments' in answered ? answered.moments : [answered];
  process.stdout.write(json ? `${JSON.stringify(answered, null, 2)}\n` : moments.map(planText).join(''));
  return 0;
}

/** What a saved payload would become; exit status 1 when the display would not take it. */
async function feed({ folder, feed: saved, at, json }: FeedCommand): Promise<number> {
  const { content, problems } = readFolder(emptyFolder, await readOnce(folder).catch(() => []));
  for (const line of problemLines(problems)) process.stderr.write(`${line}\n`);
  const preview = feedPreview(content, await readSaved(saved), at, Date.now());
  if (preview === null) {
    process.stderr.write(`fureai-signage: ${folder} has no usable signage.yaml\n`);
    return 1;
  }
  const zone = content.signage?.timezone ?? 'Asia/Tokyo';
  process.stdout.write(json ? `${JSON.stringify(preview, null, 2)}\n` : feedPreviewText(preview, zone));
  return preview.trouble === null ? 0 : 1;
}

async function readSaved(path: string): Promise<SavedPayload> {
  try {
    return { name: basename(path), ...decode(await readFile(path), true) };
  } catch {
    return { name: basename(path), text: null, fault: 'ファイルが見つからないか、開けません' };
  }
}

void answer(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

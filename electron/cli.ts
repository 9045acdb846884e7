import { version } from '../package.json';
import { emptyFolder, readFolder } from '../renderer/domain/content/folder';
import { planAt, planDay, planText } from '../renderer/domain/plan';
import { problemText } from '../renderer/domain/result';
import { HELP, parseCommandLine } from './command-line';
import { readOnce } from './content/read';

/** Answers what needs no display, on plain Node: exit status 1 when there is nothing to plan from, 2 for a wrong option. */
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
      process.stderr.write('fureai-signage: this answers plan, --help and --version; npm start shows the display\n');
      return 2;
    case 'plan':
      return plan(command);
  }
}

async function plan({ folder, at, day, json }: Extract<ReturnType<typeof parseCommandLine>, { kind: 'plan' }>): Promise<number> {
  const { content, problems } = readFolder(emptyFolder, await readOnce(folder).catch(() => []));
  for (const problem of problems) process.stderr.write(`${problemText(problem)}\n`);
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

void answer(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

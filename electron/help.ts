/** What `--help` prints. */
export const HELP = `fureai-signage — the display for the lobby

  npm start -- [options]
    --content DIR                  show this folder (without it: the sample, at the sample's own date)
    --now 2023-09-29T16:55+09:00   rehearsal: the clock starts there
    --speed 60                     rehearsal: an hour a minute; slides keep their own pace
    --windowed 1280x720            in a window of this size
    --display 2                    on the second display
    --name lobby-1                 what it is called on the dashboard (without it: as its machine)
    --help, --version

  npm run check -- DIR [--json]    every problem and warning of a content folder;
                                   exit status 1 when there is a problem
    --feed payload.json            and of a saved payload of its ticket feed
  npm run plan -- DIR --at 2023-09-29T16:30+09:00 [--json]
  npm run plan -- DIR --day 2023-09-29 [--json]
                                   what the display will show, without showing it
  npm run plan -- DIR --feed payload.json [--at 2023-09-29T16:30+09:00] [--json]
                                   what a saved payload of the ticket feed becomes
  npm run capture -- DIR --out OUT [--at 2023-09-29T16:30+09:00] [--size 1920x1080]
                                   a picture of each slide as the display shows it, and one sheet of all
                                   (without --at: now)
`;

/** What `pressmark --help` prints. */
export const HELP = `Usage: pressmark COMMAND [OPTION...] [FILE...]

Commands:
  detect FILE...       print the quotes and numeric claims of articles
  detect --jsonl       read {"id","text"} lines on stdin, write {"id","quotes","claims"} lines
  agree DIR            print how far those who annotated the same documents agree
  check DIR            list what is wrong with the sidecars below a folder, by file, line and column
  export --format FORMAT DIR
                       print the annotations of the sidecars below a folder
  import --format FORMAT FILE... --into DIR
                       add annotations to the sidecars of the articles below a folder; what is there stays as it is
  merge BASE OURS THEIRS
                       merge three sidecars, write the result over OURS: a merge driver for git
  report DIR           print the report on the articles below a folder, with its charts and tables
  stats DIR            count documents, quotes, claims and annotations below a folder
  stories DIR          group the articles below a folder by the event that they tell of, and name copies
  stories --jsonl      read {"id","text"} lines on stdin, write {"id","story"} lines
  trace DIR [FILE:LINE]
                       find the quotes of all articles, or those on a line of one, in the others: verbatim, trimmed,
                       altered, in other words
  compare DIR          lay figures of one thing in several articles side by side, and tell whether they agree

Options of detect:
  --json               one JSON array instead of tables
  --language=CODE      en, de, fr or es instead of what the text suggests
  --threads=N          with --jsonl: read the input in N threads; unless given in one, and from 32 MB on in as many
                       as there are processors, four at most
  --stats              with --jsonl: end stderr with {"chars":N,"ms":N}

Options of agree:
  --json               {"documents":[{"file",...}],"corpus":{...},"leftOut":{...}} instead of tables

Options of check:
  --json               a JSON array of {"file","line","column","severity","code","message","annotation"?}

Options of stats:
  --json               one JSON object instead of a table

Options of stories, trace and compare:
  --json               a JSON array instead of a listing
  --quote=TEXT         with trace: find these words

Options of export:
  --format=FORMAT      csv, jsonl, w3c, claimreview, brat (a .zip) or refi-qda (a .qdpx)
  -o, --output=FILE    write to FILE; brat and refi-qda are always written to one
  --json               with -o: {"file","format","annotations","problems":[{"file","line"?,"column"?,"message"}]}

Options of import:
  --format=FORMAT      w3c (Hypothesis too: .json, .jsonl) or brat (.ann, or a .zip of them)
  --into=DIR           the folder of the articles
  --json               {"added","known","problems":[{"file","place"?,"code","message"}]}

Options of merge:
  --json               {"file","merged","conflicts"?,"problem"?:{"file","line"?,"column"?,"message"}}

Options of report:
  --html, --markdown   one HTML file that needs nothing else (the default), or Markdown with the tables alone
  --json               {"title","totals","sections":[{"id","title","summary","columns","rows","notes"}]}: the tables for programs
  -o, --output=FILE    write to FILE

  --help               this text; after a command, what concerns it
  --version            the version of Pressmark

Exit status: 0 done, 2 wrong usage; 1
  detect: some input was left out (stderr says which)
  check:  something is wrong
  export: something could not be exported (stderr says what)
  import: something was not imported, or its passage not found (stderr says what)
  report: an article or a sidecar could not be read (stderr says which)
  stats:  a file could not be read (stderr says which)
  merge:  both values of something were kept, or OURS was left as it is (stderr says which)
  stories, trace, compare: something could not be read (stderr says which)
`;

/** What concerns one command: its lines of the list, its options, its exit status. */
export function helpOf(command: string): string {
  const [head = '', ...sections] = HELP.trimEnd().split('\n\n');
  const status = sections.pop()!;
  const own = sections.flatMap(section => {
    const [title = '', ...lines] = section.split('\n');
    if (title === 'Commands:') return [[title.replace(/s:$/, ':'), ...entriesOf(command, lines)].join('\n')];
    return new RegExp(`^Options of .*\\b${command}\\b`).test(title) ? [section] : [];
  });
  const [general = '', ...entries] = status.split('\n');
  const meaning = entries.filter(line =>
    line
      .slice(0, line.indexOf(':'))
      .split(',')
      .some(name => name.trim() === command),
  );
  return `${[head.replace('COMMAND', command), ...own, [general, ...meaning].join('\n')].join('\n\n')}\n`;
}

/** An entry is a line that names the command, and the deeper ones below it. */
function entriesOf(command: string, lines: readonly string[]): readonly string[] {
  let isOwn = false;
  return lines.filter(line => {
    if (/^ {2}\S/.test(line)) isOwn = line.trim().split(' ')[0] === command;
    return isOwn;
  });
}

// `npm run site [-- FOLDER]`: README, docs/, CHANGELOG and CONTRIBUTING as a static site, in dist/site. It needs no server and no network:
// plain pages, one style sheet, no script. What a page shows or links to besides is copied; a link that leads nowhere ends the build.
import MarkdownIt from 'markdown-it';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';

const root = import.meta.dirname;

/** The order of the pages. Documents that no group names come last. */
const GROUPS = [
  ['Pressmark', ['README.md', 'CHANGELOG.md']],
  [
    'Using it',
    ['codebook', 'teams', 'agreement', 'across-sources', 'exchange', 'samples', 'accessibility'].map(inDocs),
  ],
  ['Files, git and programs', ['sidecar-format', 'git', 'at-scale', 'security'].map(inDocs)],
  [
    'How it is made',
    ['CONTRIBUTING.md', ...['architecture', 'detection', 'benchmarks', 'dependencies', 'running'].map(inDocs)],
  ],
];

function inDocs(name) {
  return `docs/${name}.md`;
}

const pageOf = file => (file === 'README.md' ? 'index.html' : file.replace(/\.md$/, '.html'));

/** Makes the site in a folder, which is emptied first. */
export async function makeSite(folder) {
  const documents = (await readdir(join(root, 'docs')))
    .filter(name => name.endsWith('.md'))
    .map(name => `docs/${name}`);
  const named = new Set(GROUPS.flatMap(([, files]) => files));
  const groups = GROUPS.map(([title, files]) => [title, files.filter(file => existsSync(join(root, file)))]);
  groups.at(-1)[1].push(...documents.filter(file => !named.has(file)).sort());

  const pages = await Promise.all(groups.flatMap(([, files]) => files).map(readPage));
  const known = new Map(pages.map(page => [page.file, page]));
  const assets = new Set(['media/site.css', 'media/icon.png']);
  await rm(folder, { recursive: true, force: true });
  for (const page of pages) {
    const body = render(page, known, assets);
    const file = join(folder, pageOf(page.file));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, template(page, body, groups, known));
  }
  for (const asset of assets) {
    await mkdir(dirname(join(folder, asset)), { recursive: true });
    await cp(join(root, asset), join(folder, asset));
  }
  return pages.length;
}

/** A document, parsed: its headings have the ids that GitHub gives them, so that links work in both places. */
async function readPage(file) {
  const markdown = new MarkdownIt({ html: true });
  const tokens = markdown.parse(await readFile(join(root, file), 'utf8'), {});
  const ids = new Set();
  const headings = [];
  tokens.forEach((token, at) => {
    if (token.type !== 'heading_open') return;
    const text = plain(tokens[at + 1]);
    token.attrSet('id', fresh(slug(text), ids));
    headings.push({ level: Number(token.tag[1]), text, id: token.attrGet('id') });
  });
  // The README's own first heading is HTML, for its icon.
  const title = headings.find(({ level }) => level === 1)?.text ?? 'Pressmark';
  return { file, title, headings, ids, tokens, markdown };
}

const plain = ({ children }) =>
  children
    .filter(({ type }) => type === 'text' || type === 'code_inline')
    .map(({ content }) => content)
    .join('');

const slug = text =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\-_ ]/gu, '')
    .replaceAll(' ', '-');

function fresh(wanted, ids) {
  let id = wanted;
  for (let count = 1; ids.has(id); count++) id = `${wanted}-${count}`;
  ids.add(id);
  return id;
}

function render({ file, tokens, markdown }, known, assets) {
  const lead = address => leadTo(address, file, known, assets);
  const inHtml = html =>
    html.replace(/\b(src|srcset|href)="([^"]+)"/g, (_whole, name, address) => `${name}="${lead(address)}"`);
  for (const token of tokens.flatMap(token => [token, ...(token.children ?? [])])) {
    if (token.type === 'link_open') token.attrSet('href', lead(token.attrGet('href')));
    // The pages' policy takes no style attributes.
    const aligned = /text-align:\s*(\w+)/.exec(token.attrGet('style') ?? '')?.[1];
    if (aligned !== undefined) token.attrs = [['class', aligned]];
    if (token.type === 'image') token.attrSet('src', lead(token.attrGet('src')));
    if (token.type === 'html_block' || token.type === 'html_inline') token.content = inHtml(token.content);
  }
  // Wide tables scroll by themselves, by keyboard too.
  markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>';
  markdown.renderer.rules.fence = (all, at) => `<pre tabindex="0"><code>${escaped(all[at].content)}</code></pre>\n`;
  markdown.renderer.rules.table_close = () => '</table></div>';
  // A corner of a table, above the names of its rows, heads nothing.
  for (const [at, { type }] of tokens.entries())
    if (type === 'th_open' && tokens[at + 1].content === '') tokens[at].tag = tokens[at + 2].tag = 'td';
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** Where a link of a document leads on the site. Throws where it leads nowhere. */
function leadTo(address, from, known, assets) {
  if (/^[a-z]+:/i.test(address)) return address;
  const [path, fragment] = address.split('#');
  const target = path === '' ? from : posix.join(posix.dirname(from), decodeURI(path));
  const page = known.get(target);
  if (fragment !== undefined && !page?.ids.has(decodeURI(fragment)))
    throw new Error(`${from}: there is no heading ${address}`);
  if (page === undefined) {
    if (!existsSync(join(root, target)) || !statSync(join(root, target)).isFile())
      throw new Error(`${from}: there is no file ${address}`);
    assets.add(target);
  }
  const place = posix.relative(posix.dirname(from), page ? pageOf(target) : target);
  return `${path === '' ? '' : place}${fragment === undefined ? '' : `#${fragment}`}`;
}

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function template({ file, title, headings }, body, groups, known) {
  const up = posix.relative(posix.dirname(file), '.') || '.';
  const here = address => posix.relative(posix.dirname(file), address);
  const link = other =>
    `<li><a href="${here(pageOf(other))}"${other === file ? ' aria-current="page"' : ''}>${escaped(
      other === 'README.md' ? 'Overview' : known.get(other).title,
    )}</a></li>`;
  const navigation = groups
    .map(([name, files]) => `<h2>${name}</h2>\n<ul>\n${files.map(link).join('\n')}\n</ul>`)
    .join('\n');
  const parts = headings.filter(({ level }) => level === 2);
  const contents = parts.map(({ id, text }) => `<li><a href="#${id}">${escaped(text)}</a></li>`).join('\n');
  const list =
    parts.length > 2
      ? `<details class="contents">\n<summary>On this page</summary>\n<ul>\n${contents}\n</ul>\n</details>`
      : '';
  const text = body.replace('</h1>', end => `${end}\n${list}`);
  const name = title === 'Pressmark' ? title : `${title} – Pressmark`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self'; style-src 'self'">
<meta name="color-scheme" content="light dark">
<title>${escaped(name)}</title>
<link rel="icon" href="${up}/media/icon.png">
<link rel="stylesheet" href="${up}/media/site.css">
</head>
<body>
<a class="skip" href="#content">Skip to the text</a>
<nav aria-label="Pages">
${navigation}
</nav>
<main id="content">
${text}</main>
</body>
</html>
`;
}

if (process.argv[1] === import.meta.filename) {
  const folder = process.argv[2] ?? join(root, 'dist/site');
  console.log(`${await makeSite(folder)} pages in ${folder}`);
}

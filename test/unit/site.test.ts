import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

describe('the site made of README and docs', () => {
  let folder: string;
  let pages: ReadonlyMap<string, string>;

  before(function () {
    this.timeout(60_000);
    folder = mkdtempSync(join(tmpdir(), 'pressmark-site-'));
    execFileSync(process.execPath, ['site.mjs', folder]);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.html'));
    pages = new Map(files.map(file => [file, readFileSync(join(folder, file), 'utf8')]));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const addresses = (html: string): readonly string[] =>
    [...html.matchAll(/\s(?:href|src|srcset)="([^"]*)"/g)].map(([, address]) => address!);

  it('has a page for each document', () => {
    const documents = readdirSync('docs').filter(name => name.endsWith('.md'));
    assert.ok(documents.length > 10);
    for (const name of documents) assert.ok(pages.has(join('docs', name.replace(/\.md$/, '.html'))), name);
    for (const page of ['index.html', 'CHANGELOG.html', 'CONTRIBUTING.html']) assert.ok(pages.has(page), page);
  });

  it('links to what is there, headings included', () => {
    const broken: string[] = [];
    for (const [page, html] of pages) {
      for (const address of addresses(html).filter(one => !/^[a-z]+:/.test(one))) {
        const [path, id] = address.split('#') as [string, string?];
        const target = path === '' ? page : relative(folder, join(folder, dirname(page), path));
        const isThere =
          existsSync(join(folder, target)) && (id === undefined || pages.get(target)?.includes(` id="${id}"`));
        if (!isThere) broken.push(`${page}: ${address}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('fetches nothing and runs nothing', () => {
    for (const [page, html] of pages) {
      assert.doesNotMatch(html, /<(?:script|iframe|object|embed)\b|\son\w+="|\sstyle="/, page);
      const fetched = [...html.matchAll(/<(?:img|source|link)\b[^>]*\s(?:href|src|srcset)="([^"]*)"/g)];
      assert.deepEqual(
        fetched.filter(([, address]) => /^(?:[a-z]+:|\/\/)/i.test(address!)),
        [],
        page,
      );
    }
    assert.doesNotMatch(readFileSync(join(folder, 'media/site.css'), 'utf8'), /@import|url\(/);
  });

  it('names each page once, and says which one is shown', () => {
    for (const [page, html] of pages) {
      assert.equal(html.match(/<h1\b/g)?.length, 1, page);
      assert.match(html, /<title>[^<]+<\/title>/, page);
      assert.equal(html.match(/aria-current="page"/g)?.length, 1, page);
    }
  });
});

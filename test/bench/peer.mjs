// Another library on the work of `pressmark detect --jsonl`: node test/bench/peer.mjs wink|compromise FOLDER < texts
// FOLDER is where its packages are installed. Each line {"id","text"} is answered with what it finds of quotes and numbers.
import { createRequire } from 'node:module';
import * as path from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

const [name, folder] = process.argv.slice(2);
const load = createRequire(path.join(folder, 'peer.js'));

const peers = {
  compromise() {
    const read = load('compromise');
    return text => {
      const document = read(text);
      return {
        quotes: document.quotations().json({ offset: true }),
        claims: document.numbers().json({ offset: true }),
      };
    };
  },
  wink() {
    const reader = load('wink-nlp')(load('wink-eng-lite-web-model'));
    const { its } = reader;
    return text => {
      const document = reader.readDoc(text);
      // It tells no offsets of the text: they are added up.
      const words = document.tokens().out(its.value);
      const blanks = document.tokens().out(its.precedingSpaces);
      const starts = [];
      let end = 0;
      for (const [i, word] of words.entries()) {
        starts.push(end + blanks[i].length);
        end = starts[i] + word.length;
      }
      const claims = [];
      document.entities().each(entity => {
        const [first, last] = entity.out(its.span);
        claims.push({ start: starts[first], end: starts[last] + words[last].length, kind: entity.out(its.type) });
      });
      return { claims };
    };
  },
};

const find = peers[name]();
for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id, ...find(text) })}\n`);
}

import assert from 'node:assert/strict';
import { documentStyle } from '../../../src/core/detect/documentStyle';
import { type Language } from '../../../src/core/detect/model';
import { markedClaims, markedQuotes, plainText } from './markedText';

const QUOTES: readonly (readonly [Language, string])[] = [
  ['de', '⟦direct|Brandt|sagte⟧„Wir bauen die Brücke neu“⟦/⟧, sagte Brandt am Montag.'],
  ['de', 'Brandt sagte: ⟦direct|Brandt|sagte⟧»Wir bauen die Brücke neu.«⟦/⟧'],
  ['de', 'Die sogenannte ⟦scare⟧„Altstadt“⟦/⟧ ist ein Parkplatz.'],
  ['de', '⟦direct|Brandt|erklärte⟧„Er rief ‚Halt‘ und ging“⟦/⟧, erklärte Brandt.'],
  ['de', '⟦direct|Brandt|erklärt⟧„Die Brücke öffnet“⟦/⟧, hatte Bürgermeisterin Brandt in einem Interview erklärt.'],
  ['de', 'Brandt hat zur Eröffnung erklärt: ⟦direct|Brandt|erklärt⟧„Die Brücke steht.“⟦/⟧'],
  ['de', 'Am Montag kritisierte die Stadt den Plan als ⟦partial|die Stadt|kritisierte⟧„absurd“⟦/⟧.'],
  ['de', 'Später äußerte sich der Minister Lind: ⟦direct|Lind|äußerte⟧„Wir warten.“⟦/⟧'],
  ['de', 'Sie entgegneten: ⟦direct|Sie|entgegneten⟧„Wir warten.“⟦/⟧'],
  ['de', 'Sie las das Buch ⟦title⟧„Der Hafen schweigt“⟦/⟧ und lachte.'],
  ['de', 'Das Motto: ⟦scare⟧„Der Hafen lebt“⟦/⟧.'],
  ['fr', '⟦direct|la maire de Lunden|martelé⟧« Le pont rouvrira »⟦/⟧, a martelé la maire de Lunden.'],
  ['fr', 'Le maire a lu le livre ⟦title⟧« La vie est belle »⟦/⟧ en mai.'],
  ['es', '⟦direct|la alcaldesa|recalcó⟧«El puente abrirá»⟦/⟧, recalcó ayer la alcaldesa.'],
  ['fr', '⟦direct|Ana Brandt|déclaré⟧« Nous allons reconstruire le pont »⟦/⟧, a déclaré Ana Brandt.'],
  ['fr', 'Brandt a dit : ⟦direct|Brandt|dit⟧« Nous allons reconstruire le pont. »⟦/⟧'],
  ['es', '⟦direct|Ana Brandt|dijo⟧«Vamos a reconstruir el puente»⟦/⟧, dijo Ana Brandt.'],
  ['es', '⟦direct|la alcaldesa|según⟧“El puente se va a abrir en mayo”⟦/⟧, según la alcaldesa.'],
];

const CLAIMS: readonly (readonly [Language, string])[] = [
  ['de', 'Es kostete ⟦money 1200000|EUR⟧1,2 Millionen Euro⟦/⟧ am 4. Juni 2023.'],
  ['de', '⟦count ≥23|Boote⟧Mindestens dreiundzwanzig Boote⟦/⟧ sanken um 14 Uhr.'],
  ['de', 'Rund ⟦percent 20⟧20 Prozent⟦/⟧ stimmten zu.'.replace('Rund ⟦percent 20⟧', '⟦percent 20⟧Rund ')],
  ['fr', 'Le pont a coûté ⟦money 1200000|EUR⟧1,2 million d’euros⟦/⟧.'.replace(' d’euros', ' euros')],
  ['fr', 'Il y avait ⟦count 97|bateaux⟧quatre-vingt-dix-sept bateaux⟦/⟧ le 4 juin.'],
  ['fr', '⟦percent ≥20⟧Au moins 20 %⟦/⟧ ont voté.'],
  ['es', 'Murieron ⟦count ≥35|personas⟧al menos treinta y cinco personas⟦/⟧ el 4 de junio.'],
  ['es', 'El puente costó ⟦money 1200000|EUR⟧1,2 millones euros⟦/⟧.'],
];

describe('languages', () => {
  for (const [language, expected] of QUOTES)
    it(`${language}: ${plainText(expected)}`, () =>
      assert.equal(markedQuotes(plainText(expected), { language }), expected));
  for (const [language, expected] of CLAIMS)
    it(`${language}: ${plainText(expected)}`, () =>
      assert.equal(markedClaims(plainText(expected), { language }), expected));
});

describe('a document’s style', () => {
  const texts: readonly (readonly [Language, string])[] = [
    ['en', 'The bridge over the river was closed by the mayor, who said that it is not safe.'],
    ['de', 'Die Brücke über den Fluss wurde von der Stadt gesperrt, weil sie nicht mehr sicher ist.'],
    ['fr', 'Le pont sur la rivière est fermé par la ville, qui dit que ce n’est pas sûr pour les gens.'],
    ['es', 'El puente sobre el río se ha cerrado por la ciudad, que dice que no es seguro para los vecinos.'],
    ['en', 'Brücke'],
    ['en', ''],
  ];
  for (const [language, text] of texts)
    it(`knows ${language} by its frequent words: ${text}`, () => assert.equal(documentStyle(text).language, language));
  it('knows a paper whose first marks are single ones', () => {
    assert.equal(documentStyle("'We go,' said Brandt. 'It isn't far.'").singleFirst, true);
    assert.equal(documentStyle('"We go," said Brandt of the \'old town\'. "It isn\'t far."').singleFirst, false);
  });
});

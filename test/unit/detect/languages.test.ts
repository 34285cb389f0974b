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
  ['fr', '⟦direct|elle|ajouté⟧« Le pont rouvrira »⟦/⟧, a-t-elle ajouté.'],
  ['fr', '⟦direct|il|assure⟧« Le pont rouvrira »⟦/⟧, assure-t-il.'],
  ['fr', "⟦direct|Paul Lind|exclamé⟧« Le pont rouvrira »⟦/⟧, s'est exclamé Paul Lind."],
  ['fr', '⟦direct|le syndicat|inquiète⟧« Le pont rouvrira »⟦/⟧, s’inquiète le syndicat.'],
  ['fr', '⟦direct|elle|ajouté⟧« Le pont, a-t-elle ajouté, rouvrira en mai. »⟦/⟧'],
  ['fr', '⟦direct|Ana Brandt|estime⟧« Le pont rouvrira, estime Ana Brandt. Les travaux avancent. »⟦/⟧'],
  ['fr', '⟦direct|la maire|déclaré⟧« Le pont rouvrira »⟦/⟧, a déclaré à la presse la maire.'],
  ['fr', "⟦direct|Brandt|déclaré|#0⟧« C'est long »⟦/⟧, a déclaré Brandt. ⟦direct|Brandt|déclaré|#0⟧« Très long »⟦/⟧."],
  [
    'fr',
    "Il a qualifié le plan d'⟦partial|Il|qualifié⟧« injuste »⟦/⟧ et de ⟦partial|Il|qualifié⟧« dangereux pour les enfants »⟦/⟧.",
  ],
  ['fr', 'Pour Ana Brandt, directrice du port, le pont est ⟦partial|Ana Brandt|Pour⟧« en danger »⟦/⟧.'],
  ['fr', "L'opposition dit qu'elle ⟦partial|L'opposition|dit⟧« n'a rien vu »⟦/⟧."],
  ['fr', 'Il y a ⟦partial|le maire|martèle⟧« urgence »⟦/⟧, martèle le maire.'],
  ['es', '⟦direct|-|dijo⟧«El puente abrirá»⟦/⟧, dijo.'],
  ['es', '⟦direct|-|pregunta⟧«¿Cuándo abrirá?»⟦/⟧, se pregunta.'],
  ['es', '⟦direct|la alcaldesa|aseguró⟧«El puente abrirá»⟦/⟧, aseguró a la prensa la alcaldesa.'],
  ['es', '⟦direct|Ana Brandt|dijo|#0⟧«Es grave»⟦/⟧, dijo Ana Brandt. ⟦direct|Ana Brandt|dijo|#0⟧«Muy grave»⟦/⟧.'],
  ['es', 'Calificó el plan de ⟦partial|-|Calificó⟧«injusto»⟦/⟧ y ⟦partial|-|Calificó⟧«peligroso para los niños»⟦/⟧.'],
  ['es', 'Brandt ha pedido ⟦partial|Brandt|pedido⟧«calma»⟦/⟧.'],
  ['de', '⟦direct|Ana Brandt|sagte⟧„Wir warten“⟦/⟧, sagte die Sprecherin der Stadt, Ana Brandt, am Montag.'],
  ['de', '⟦direct|Lind|erklärt⟧„Wir warten“⟦/⟧, hatte VW-Chef Lind in einem Interview erklärt.'],
  ['de', 'Auf die Frage, ob er gehe, sagte Lind: ⟦direct|Lind|sagte⟧„Nein.“⟦/⟧'],
  ['de', 'Nach Ansicht von Ana Brandt ist die Brücke ⟦partial|Ana Brandt|Nach Ansicht⟧„in Gefahr“⟦/⟧.'],
  ['de', 'Lind zufolge ist die Brücke ⟦partial|Lind|zufolge⟧„in Gefahr“⟦/⟧.'],
  [
    'de',
    'Brandt sprach vor dem Rat. ⟦direct|sie|sagte⟧„Wir warten“⟦/⟧, sagte sie. Deshalb sei es ⟦partial|sie|sagte⟧„richtig, nicht zu bauen“⟦/⟧.',
  ],
  [
    'de',
    'Brandt nennt es ⟦partial|Brandt|nennt⟧„ein Beispiel. Es ist gut.“⟦/⟧ Ein Sprecher des Hafens sagte, dass es reicht.',
  ],
  ['de', 'Die Post zitiert den Sprecher Paul Lind mit den Worten: ⟦direct|Paul Lind|zitiert⟧„Wir warten.“⟦/⟧'],
  ['de', 'Dem Sender sagte Brandt: ⟦direct|Brandt|sagte⟧„Wir warten.“⟦/⟧'],
  ['de', 'Auf Nachfrage hieß es aus dem Rathaus: ⟦direct|dem Rathaus|hieß⟧„Kein Kommentar.“⟦/⟧'],
  ['de', 'In dem Bericht heißt es: ⟦direct|dem Bericht|heißt⟧„Die Brücke war unsicher.“⟦/⟧'],
  ['de', 'Die Erkundung durch die Sonde ⟦scare⟧„Brandt“⟦/⟧ führte im Jahr 2005 zum Ziel.'],
  ['es', '⟦direct|Ana Brandt|dicho⟧“El puente abrirá”⟦/⟧, ha dicho este lunes la alcaldesa, Ana Brandt.'],
  ['es', '⟦direct|Brandt|añadió⟧«Nosotros —añadió Brandt— abriremos»⟦/⟧.'],
  ['es', '⟦direct|Lind|gritó⟧«¡Nunca!»⟦/⟧, gritó Lind.'],
  ['es', 'Brandt, en declaraciones a la prensa: ⟦direct|Brandt⟧«El puente abrirá»⟦/⟧.'],
  ['fr', '⟦direct|Ana Brandt|déclaré⟧« Le pont rouvrira »⟦/⟧, a déclaré ce lundi la maire, Ana Brandt.'],
  ['fr', '⟦direct|le maire|tonne⟧« Jamais ! »⟦/⟧, tonne le maire.'],
  ['en', '⟦direct|he|said|#0⟧“We,”⟦/⟧ he said, pausing, ⟦direct|he|said|#0⟧“are done.”⟦/⟧'],
  ['en', 'RT @anabrandt: ⟦direct|@anabrandt⟧“We’re closing the port at noon”⟦/⟧ #Lunden'],
  ['en', 'Three dead in the port, says @anabrandt: ⟦direct|@anabrandt|says⟧“We stay”⟦/⟧'],
  ['en', 'Brandt, on the bridge: ⟦direct|Brandt⟧“It is safe.”⟦/⟧'],
];

/** Reported speech. */
const REPORTS: readonly (readonly [Language, string])[] = [
  [
    'fr',
    "⟦indirect|Ana Brandt|indiqué⟧Le pont coûte 3 millions, soit plus qu'en 2023⟦/⟧, a indiqué la maire Ana Brandt.",
  ],
  ['fr', '⟦indirect|il|indiqué⟧Le pont rouvrira⟦/⟧, a-t-il indiqué.'],
  ['fr', "Il a dit ⟦indirect|Il|dit⟧qu'il partirait lundi⟦/⟧."],
  ['fr', 'Selon Ana Brandt, maire de Lunden, ⟦indirect|Ana Brandt|Selon⟧le pont est fermé⟦/⟧.'],
  ['fr', "Selon le ministre de l'Intérieur, Jean Lind, ⟦indirect|Jean Lind|Selon⟧le pont est fermé⟦/⟧."],
  ['fr', 'Pour la ville, le pont coûte trop cher.'],
  ['fr', 'Le chômage a reculé pour atteindre 7 %.'],
  ['fr', "Comme l'a expliqué la maire, ⟦indirect|la maire|expliqué⟧le pont restera fermé⟦/⟧."],
  ['es', '⟦indirect|la alcaldesa|explicó⟧El puente está cerrado⟦/⟧, según explicó la alcaldesa.'],
  ['es', 'Según ha informado la policía, ⟦indirect|la policía|informado⟧el puente está cerrado⟦/⟧.'],
  ['de', 'Brandt betonte, ⟦indirect|Brandt|betonte⟧das Projekt werde teurer⟦/⟧.'],
  ['de', 'Die Polizei teilte am Montag mit, ⟦indirect|Die Polizei|teilte⟧dass die Brücke gesperrt ist⟦/⟧.'],
  ['de', 'Laut dem Bericht ⟦indirect|dem Bericht|Laut⟧verließen alle die Stadt⟦/⟧.'],
  ['de', 'Laut einem Sprecher der Stadt ⟦indirect|einem Sprecher der Stadt|Laut⟧kamen alle⟦/⟧.'],
  ['de', 'Dem Bericht zufolge ⟦indirect|Dem Bericht|zufolge⟧ist die Brücke gesperrt⟦/⟧.'],
  ['de', 'Wie die Bürgermeisterin mitteilte, ⟦indirect|die Bürgermeisterin|mitteilte⟧bleibt die Brücke gesperrt⟦/⟧.'],
  ['de', '„Wir warten“, so Ana Brandt vom Hafen in Lunden.'],
  ['de', 'Die Polizei geht davon aus, ⟦indirect|Die Polizei|geht davon aus⟧dass der Damm hält⟦/⟧.'],
  [
    'en',
    'A man, who asked ⟦indirect|who|asked⟧not to be named⟦/⟧, said ⟦indirect|A man|said⟧the bridge was closed⟦/⟧.',
  ],
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
  ['fr', "Le pont a coûté ⟦money 3000000|EUR⟧3 millions d'euros⟦/⟧ et ⟦duration 10|années⟧une dizaine d'années⟦/⟧."],
  [
    'fr',
    "⟦count ≥1000000|habitants⟧Plus d'un million d’habitants⟦/⟧ et ⟦count 100|élus⟧près d'une centaine d'élus⟦/⟧.",
  ],
  ['fr', '⟦fraction 0.25⟧Un Français sur quatre⟦/⟧ ne part pas. Un film sur ⟦count 3|frères⟧trois frères⟦/⟧.'],
  ['fr', 'Une maison de ⟦measure 120|m²⟧120 m²⟦/⟧ et un champ de ⟦measure 3|km²⟧3 km²⟦/⟧.'],
  ['en', 'A house of ⟦measure 120|m²⟧120 m²⟦/⟧ and ⟦measure 3|m³⟧3 m³⟦/⟧ of sand.'],
  ['es', 'La tasa pasó ⟦change from 8.1 to 7.9 down|%⟧del 8,1 % al 7,9 %⟦/⟧.'],
  ['de', '⟦percent 80|of Absender⟧Etwa 80 Prozent der Absender⟦/⟧ lehnen ab.'],
  [
    'fr',
    '⟦fraction 0.75⟧Trois personnes sur quatre⟦/⟧ approuvent le pont. ⟦count 2|trains⟧Deux trains⟦/⟧ sur ⟦count 4|voies⟧quatre voies⟦/⟧.',
  ],
  ['fr', 'Le train de 8 h 12, puis celui de 20 h 30.'],
  [
    'fr',
    '⟦fraction ≥0.5|of bateaux⟧Plus de la moitié des bateaux⟦/⟧ et ⟦count 1500000|visiteurs⟧un million et demi de visiteurs⟦/⟧.',
  ],
  ['fr', 'Les ventes sont passées ⟦change from 10 to 8 down|tonnes⟧de 10 à 8 tonnes⟦/⟧.'],
  ['de', '⟦fraction ≥0.5|of Boote⟧Mehr als die Hälfte der Boote⟦/⟧ sank.'],
  [
    'de',
    'Das Einkommen wuchs im 2. Quartal um ⟦change 0.2 by 0.2 up|%⟧0,2 Prozent⟦/⟧, ⟦percent 12⟧12 Prozent⟦/⟧ mehr als 2023.',
  ],
  ['es', '⟦count ≥100|personas⟧Cientos de personas⟦/⟧ y ⟦count ≥10|coches⟧decenas de coches⟦/⟧.'],
  ['es', '⟦fraction ≥0.5|of los barcos⟧Más de la mitad de los barcos⟦/⟧.'],
  ['en', 'Sales rose in May by ⟦change 5 by 5 up|%⟧5 percent⟦/⟧.'],
  ['en', '⟦count ≥100|people⟧Hundreds of people⟦/⟧ and ⟦count ≥12|cars⟧dozens of cars⟦/⟧ came.'],
  ['en', 'It costs ⟦money 5000000|USD⟧$5 million⟦/⟧ or ⟦percent ≥12|of the budget⟧more than 12 % of the budget⟦/⟧.'],
  [
    'en',
    'It takes ⟦duration 3|days⟧3 days⟦/⟧ or ⟦duration 4|weeks⟧4 weeks⟦/⟧, ⟦duration ≥1 ≤2|days⟧1 day to 2 days⟦/⟧ or ⟦measure 3|kg⟧3 kg⟦/⟧ or ⟦measure 5|litres⟧5 litres⟦/⟧.',
  ],
  ['es', 'La empresa tiene un valor de ⟦money 528000000|francos⟧528 millones de francos⟦/⟧.'],
  ['es', '⟦fraction 0.333⟧Un hogar de cada tres⟦/⟧.'],
  [
    'es',
    'La ⟦fraction 0.25|of los barcos⟧cuarta parte de los barcos⟦/⟧ y ⟦fraction 0.75⟧tres cuartas partes⟦/⟧. La tercera edición.',
  ],
  ['es', 'Subió ⟦change ≥3 ≤5 up|%⟧entre un 3 y un 5 por ciento⟦/⟧.'],
  ['es', 'La empresa ganó ⟦money 3000000|EUR⟧3 M€⟦/⟧.'],
  ['es', 'El 11-M murieron ⟦count 193|personas⟧193 personas⟦/⟧. Vive en la calle Mayor, 10, 28013 Lunden.'],
  ['fr', 'Le 3 et le 5 mai, le 93 et la Seine. Il habite 12, rue du Port, 75001 Lunden.'],
  ['de', '⟦fraction ≥0.333⟧Mehr als jeder Dritte⟦/⟧ und ⟦fraction 0.5⟧fast jede zweite⟦/⟧ Frau.'],
  ['de', 'Jeden zweiten Tag, jeden zweiten Montag. Nach § 218 in der Hafenstraße 5, 10115 Lunden.'],
  [
    'de',
    '⟦money 450000|EUR⟧450 TEUR⟦/⟧ oder ⟦money ≥5000000 ≤7000000|EUR⟧5 bis 7 MEUR⟦/⟧, ⟦ratio 2.5⟧das 2,5-Fache⟦/⟧.'.replace(
      '⟦ratio 2.5⟧das ',
      'das ⟦ratio 2.5⟧',
    ),
  ],
  ['de', 'Der Umsatz stieg um ⟦change 12 by 12 up|%⟧12 %⟦/⟧ auf ⟦change 3000000 to 3000000 up|EUR⟧3 Mio. Euro⟦/⟧.'],
  ['en', 'Sales rose to ⟦change 120000000 to 120000000 up|EUR⟧120 MEUR⟦/⟧; they owe ⟦money 45000000|SEK⟧MSEK 45⟦/⟧.'],
  [
    'en',
    'Deaths fell by ⟦change 0.25 by 0.25 down⟧a quarter⟦/⟧, ⟦change from 8 to 6 down|%⟧from 8% to 6%⟦/⟧. It was met by a third party.',
  ],
  ['en', 'Sales rose ⟦change 12 by 12 up|%⟧12%⟦/⟧ to ⟦change 1200000000 to 1200000000 up|USD⟧$1.2bn⟦/⟧.'],
  [
    'en',
    '⟦count 3|tanks⟧3 T-72 tanks⟦/⟧, ⟦count 5|F-16s⟧5 F-16s⟦/⟧ and ⟦count 14|Challenger⟧14 Challenger⟦/⟧ 2 tanks; see p. 45 of the 10-K.',
  ],
  [
    'en',
    '⟦count ≥70|missiles⟧70+ missiles⟦/⟧, ⟦money ≥500000000|USD⟧$500m+⟦/⟧, ⟦count 300|men⟧~300 men⟦/⟧ and ⟦measure 12|kts⟧12kts⟦/⟧; IMO 9234567.',
  ],
  ['en', '⟦count 3|people⟧3 well-known people⟦/⟧ and ⟦count 12|officers⟧12 off-duty officers⟦/⟧.'],
];

describe('languages', () => {
  for (const [language, expected] of QUOTES)
    it(`${language}: ${plainText(expected)}`, () =>
      assert.equal(markedQuotes(plainText(expected), { language }), expected));
  for (const [language, expected] of REPORTS)
    it(`${language}, reported: ${plainText(expected)}`, () =>
      assert.equal(markedQuotes(plainText(expected), { language, indirect: true }), expected));
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
    // Posts, headlines, alerts
    ['de', 'Zwei Tote bei Unfall an der Brücke'],
    ['de', 'Die Brücke bleibt gesperrt.'],
    ['de', 'Brandt zahlte 94.000 $, damit alle warten.'],
    ['fr', 'La vente a rapporté 14 millions de $.'],
    ['fr', 'Le pont reste fermé'],
    ['fr', 'Vous pouvez aller à https://example.org/the-bridge-of-the-city?from=and&to=the'],
    ['es', 'Girar a la izquierda 45 grados'],
    ['es', 'Dos muertos en un accidente'],
    ['en', 'Three die in crash'],
    ['en', 'Plus size models protest'],
    ['en', 'Los Angeles fires'],
    ['en', 'Müller quits'],
    ['en', 'The café in the façade’s corner closed.'],
    ['en', 'TRENTON, N.J.'],
    ['en', 'JosÃ© came, the â€œbridgeâ€ he crossed.'],
    ['en', 'Kran'],
    ['en', ''],
  ];
  for (const [language, text] of texts)
    it(`knows ${language} by its frequent words: ${text}`, () => assert.equal(documentStyle(text).language, language));
  it('knows a paper whose first marks are single ones', () => {
    assert.equal(documentStyle("'We go,' said Brandt. 'It isn't far.'").singleFirst, true);
    assert.equal(documentStyle('"We go," said Brandt of the \'old town\'. "It isn\'t far."').singleFirst, false);
  });
});

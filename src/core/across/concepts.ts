import { once } from '../detect/once';
import { WordReader } from './words';

/**
 * Words of the news that say the same, in English, German, French and Spanish: what a quote is known by after it was put in other words or went
 * through another language. A line is a concept. Stems are compared (words.ts), so that one form of a word stands for most of its others.
 */
const CONCEPTS = `
threat threaten threatening menace danger endanger dangerous risk peril bedrohung bedrohen drohen gefahr gefährden menacer risque danger amenaza amenazar peligro riesgo
accession membership member join joining entry enter admission beitritt beitreten mitgliedschaft mitglied aufnahme adhésion adhérer membre entrée ingreso adhesión miembro entrada
important critical crucial vital essential significant key decisive wichtig entscheidend wesentlich kritisch important crucial essentiel décisif importante crucial esencial decisivo
battlefield front frontline hostilities combat fighting battle schlachtfeld kampf kämpfe gefecht champ bataille combats batalla combate
war conflict krieg konflikt guerre conflit guerra conflicto
happen happens occur cause causes event events geschehen passieren ereignis verursachen arriver événement causer ocurrir suceder evento causar
use using usage employ deployment einsatz benutzen verwenden nutzung utiliser emploi utilisation usar uso empleo
increase boost raise raising enhance strengthen grow growth steigern erhöhen verstärken wachsen augmenter accroître renforcer croissance aumentar reforzar crecer
decrease reduce cut lower decline fall drop shrink senken verringern kürzen sinken rückgang réduire baisser diminuer reducir bajar disminuir caer recorte
security safety safe secure sicherheit sicher sécurité sûreté seguridad seguro
guarantee guarantees assurance assurances garantie garantieren garantir garantía garantizar
achieve achieving achievement attain ensure ensuring obtain erreichen erzielen gewährleisten atteindre obtenir assurer lograr alcanzar asegurar
create creating pose poses posing generate produce schaffen erzeugen créer engendrer poser crear generar suponer
country countries nation nations state land länder staat nation pays état país países estado nación
world global international welt weltweit international monde mondial mundo mundial internacional
tension tensions strain spannung spannungen tensions tensión tensiones
vulnerable exposed fragile verwundbar verletzlich vulnérable vulnerable
weapon weapons arms armament waffe waffen rüstung arme armes armement arma armas armamento
missile missiles rocket rockets rakete raketen missile misil misiles cohete
tank tanks panzer char blindé tanque
supply supplies deliver delivery deliveries shipment lieferung liefern livraison livrer suministro entrega entregar
troops soldiers forces army military armee truppen soldaten streitkräfte armée troupes soldats militaires ejército tropas soldados fuerzas
attack attacks strike assault angriff angreifen attaque attaquer ataque atacar
kill killed dead death deaths die died töten getötet tot tote toten starben gestorben tuer tué mort morts décès matar muerto muertos muerte
injured hurt wounded injuries harm damage verletzt verletzte verwundet schaden blessé blessés blessures dégâts herido heridos lesiones daños
agreement deal accord treaty pact abkommen vertrag vereinbarung einigung accord traité pacte acuerdo tratado pacto
negotiate negotiation negotiations talks discuss discussing discussion verhandeln verhandlung verhandlungen gespräche diskutieren négocier négociation pourparlers discuter negociar negociación conversaciones discutir
oppose opposed against reject refuse decline ablehnen dagegen gegen zurückweisen verweigern refuser rejeter opposer rechazar negarse oponerse
support supports back backing endorse unterstützen unterstützung soutenir soutien appuyer apoyar apoyo respaldar
decision decide decided entscheidung entscheiden beschluss beschließen décision décider decisión decidir
promise promised pledge vow commit commitment versprechen versprochen zusagen zusichern promettre promesse engagement prometer promesa compromiso
right rights entitled recht rechte droit droits derecho derechos
choose choice choosing select wählen wahl auswahl choisir choix elegir elección
way path method route weg methode voie chemin méthode camino vía método
goal aim objective purpose target ziel zweck but objectif objetivo meta
hope hopes expectation expectations expect hoffnung hoffen erwartung erwarten espoir espérer attente attendre esperanza esperar expectativa
believe think sure certain convinced confident glauben denken sicher überzeugt croire penser convaincu creer pensar convencido
repeat repeated repeatedly times often wiederholt oft mehrfach répéter souvent repetir repetidamente veces
reason reasons cause grund gründe ursache raison cause razón motivo causa
operation operations campaign offensive operation einsatz offensive opération offensive operación ofensiva
destroy destroyed destruction ruin zerstören zerstört zerstörung détruire destruction destruir destrucción
situation circumstances state lage situation umstände situation circonstances situación circunstancias
worse worsen aggravate aggravating inflame deteriorate verschlimmern verschärfen verschlechtern aggraver empirer agravar empeorar
better improve improvement besser verbessern verbesserung améliorer mieux mejor mejorar
limit limitation restriction restrict curb begrenzung beschränkung einschränken limite restriction limite restricción
condition conditions requirement obligatory mandatory required bedingung verpflichtend condition obligatoire condición obligatorio
begin start launch beginnen anfangen starten commencer démarrer lancer comenzar empezar iniciar
end finish conclude stop halt enden beenden aufhören schluss finir terminer arrêter acabar terminar detener
build building construct construction bauen bau errichten construire construction construir construcción
move moving shift budge bewegen verschieben rühren bouger déplacer mover desplazar
stone stones stein steine pierre pierres piedra piedras
boat boats vessel ship ships fishing boot boote schiff schiffe bateau bateaux navire barco barcos buque
hear heard listen listened listening hören gehört anhören zuhören entendre entendu écouter écouté oír escuchar escuchado
sign signed signature unterschreiben unterzeichnen unterschrift signer signature firmar firma
crane cranes kran kräne grue grues grúa grúas
wall walls mauer mauern wand mur murs muro muros pared
water sea wasser meer see eau mer agua mar
harbour harbor port hafen häfen port puerto
single sole one only einzig einziger einzigen seul seule único única
people persons folk menschen leute personen gens personnes gente personas
family families familie familien famille familles familia familias
child children kid kids kind kinder enfant enfants niño niños hijos
house home houses homes haus häuser wohnung maison logement casa vivienda
job jobs work employment arbeit arbeitsplatz stelle stellen emploi travail empleo trabajo puesto
livelihood living auskommen lebensunterhalt existenz gagne-pain subsistance sustento
money funds cash funding geld mittel argent fonds dinero fondos
cost costs price expense expensive kosten preis teuer coût prix cher costo coste precio caro
pay paid payment bezahlen zahlen zahlung payer paiement pagar pago
tax taxes levy steuer steuern impôt taxe impuesto
economy economic wirtschaft wirtschaftlich économie économique economía económico
company firm business enterprise unternehmen firma betrieb entreprise société empresa compañía
bank banks lender bank banken banque banques banco bancos
law legislation act gesetz gesetze loi lois ley leyes
court judge tribunal gericht richter tribunal cour juge tribunal juez corte
prison jail imprison gefängnis haft prison détention cárcel prisión
police officers polizei police policía
crime crimes criminal offence verbrechen straftat crime délit crimen delito
guilty convicted schuldig verurteilt coupable condamné culpable condenado
investigate investigation inquiry probe untersuchung ermittlung ermitteln enquête enquêter investigación investigar
hide hidden conceal withhold verbergen verheimlichen verschweigen cacher dissimuler ocultar esconder
truth true wahrheit wahr vérité vrai verdad verdadero
lie lies false wrong lüge falsch unwahr mensonge faux mentira falso
sorry regret apologise apologize apology bedauern leid entschuldigen entschuldigung désolé regretter excuses lamentar disculpa perdón
help aid assist assistance hilfe helfen unterstützung aide aider ayuda ayudar asistencia
need needs necessary must brauchen notwendig nötig besoin nécessaire falloir necesitar necesario
want wish desire wollen wünschen vouloir souhaiter querer desear
ask asked question fragen gefragt frage demander question preguntar pregunta pedir
answer reply respond response antwort antworten réponse répondre respuesta responder
wait waited waiting warten gewartet attendre attente esperar espera
leave left depart quit verlassen gehen abreisen quitter partir dejar salir
return come back zurückkehren rückkehr zurück revenir retour volver regresar regreso
meet meeting summit conference treffen gipfel konferenz rencontrer sommet réunion reunión cumbre encuentro
election elections vote voters ballot wahl wahlen stimme wähler élection scrutin vote électeurs elección elecciones voto votantes
government cabinet administration regierung kabinett gouvernement gobierno
president leader head präsident staatschef président dirigeant chef presidente líder jefe
minister secretary ministerium ministre ministère ministro ministerio
parliament congress assembly parlament bundestag parlement assemblée parlamento congreso
law rules rule regulation regel regeln vorschrift règle règlement regla norma
freedom liberty free freiheit frei liberté libre libertad
peace ceasefire truce frieden waffenruhe waffenstillstand paix cessez-le-feu trêve paz tregua
hospital clinic krankenhaus klinik hôpital clinique hospital clínica
doctor doctors physician arzt ärzte médecin docteur médico doctor
illness disease sick ill krankheit krank maladie malade enfermedad enfermo
climate weather klima wetter climat météo clima tiempo
fire blaze flames feuer brand flammen incendie feu incendio fuego
flood floods flooding überschwemmung hochwasser flut inondation inundación
earthquake quake erdbeben séisme tremblement terremoto sismo
train trains railway rail zug züge bahn train chemin ferroviaire tren ferrocarril
road street roads straße straßen route rue carretera calle
city town stadt städte gemeinde ville commune ciudad pueblo
school schools schule schulen école escuela colegio
student students pupil pupils schüler studenten étudiant élève estudiante alumno
woman women frau frauen femme femmes mujer mujeres
man men mann männer homme hommes hombre hombres
fear afraid worry concern concerns angst furcht sorge besorgnis peur crainte inquiétude miedo temor preocupación
angry anger furious wütend zorn wut colère furieux enfadado ira furioso
fight struggle kämpfen kampf lutte lutter lucha luchar pelear
win won victory sieg gewinnen gewonnen victoire gagner victoria ganar
lose lost loss defeat verlieren verloren verlust niederlage perdre perte défaite perder pérdida derrota
change changes changed alter ändern änderung wandel changer changement cambiar cambio
problem problems trouble difficulty difficulties problem schwierigkeit problème difficulté problema dificultad
solution solve solved resolve lösung lösen solution résoudre solución resolver
plan plans project scheme planung vorhaben projekt plan projet proyecto
show shows demonstrate prove zeigen beweisen montrer prouver mostrar demostrar probar
big large huge great enormous groß riesig grand énorme grande enorme
small little tiny minor klein gering petit faible pequeño menor
new fresh recent neu neue nouveau nouvelle récent nuevo nueva reciente
old ancient former alt ehemalig ancien vieux antiguo viejo
fast quick quickly rapid swift soon schnell bald rapide vite bientôt rápido pronto
possible perhaps potential möglich vielleicht possible peut-être potentiel posible quizás potencial
clear clearly obvious plain klar deutlich offensichtlich clair évident claro evidente
trade exchange bargain bargaining pawn tauschen handel pfand eingetauscht échange troquer commerce intercambio comercio canjear
own owner property besitzen eigentum propriété posséder propiedad poseer
open opened opening öffnen eröffnen offen ouvrir ouverture abrir apertura
close closed shut shutdown schließen geschlossen schließung fermer fermeture cerrar cierre
ban banned prohibit forbid outlaw verbot verbieten interdire interdiction prohibir prohibición
allow permit permission erlauben genehmigen erlaubnis permettre autoriser permiso permitir autorizar
protect protection defend defence defense schützen schutz verteidigen protéger protection défendre proteger protección defender
responsible responsibility blame guilt verantwortlich verantwortung schuld responsable responsabilité faute responsable culpa
demand demands call urge insist fordern forderung verlangen exiger demander exigir demanda
warn warning alert warnen warnung avertir alerte advertir alerta
`;

/** Says no: what sets two sentences of the same words against each other. */
const NEGATIONS = `not no never nothing nobody none neither nor cannot without nowhere hardly
  nicht kein keine keinen keiner keines nie niemals nichts niemand ohne weder ne pas jamais rien personne aucun aucune sans ni nunca nada nadie ningún ninguna sin jamás`;

const CONCEPT_OF: () => ReadonlyMap<number, number> = once(conceptsByStem);
const NEGATION_STEMS: () => ReadonlySet<number> = once(() => new Set(stemsOf(NEGATIONS)));

/** The concept that a stem stands for; the stem itself where it is in no list. A stem of several lists is of the first. */
export const conceptOf = (stem: number): number => CONCEPT_OF().get(stem) ?? stem;

export const isNegation = (stem: number): boolean => NEGATION_STEMS().has(stem);

function conceptsByStem(): Map<number, number> {
  const concepts = new Map<number, number>();
  for (const line of CONCEPTS.trim().split('\n')) {
    const stems = stemsOf(line);
    const concept = concepts.get(stems[0]!) ?? stems[0]!;
    for (const stem of stems) if (!concepts.has(stem)) concepts.set(stem, concept);
  }
  return concepts;
}

function stemsOf(words: string): readonly number[] {
  const reader = new WordReader();
  const { stems, length } = reader.read(words);
  return Array.from(stems.subarray(0, length));
}

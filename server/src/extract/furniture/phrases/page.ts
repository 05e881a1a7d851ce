// Which lines belong to the page or to the database around the story: menus, links to others, law, comments, fields?
import { form, type Phrase } from './phrase.ts'

export const LEGAL: readonly Phrase[] = [
  form('copyright', 80, '^', [
    // English
    String.raw`(?:copyright:?|\(c\)|©|&copy;)\s*(?:copyright|\(c\)|©|\d{4}|by|the|,|notice)`, '©', 'all rights reserved',
    // German
    'alle rechte vorbehalten',
    // French
    'tous droits réservés',
    // Spanish
    'todos los derechos reservados',
    // Italian
    'tutti i diritti riservati',
    // Dutch
    'alle rechten voorbehouden',
    // Portuguese
    'todos os direitos reservados',
    // English
    String.raw`this (?:material|content|document|work) (?:may|is|are)\b.{0,80}\b(?:published|reproduced|broadcast|copied|copyright|redistributed)\b`,
    String.raw`no part of this (?:may|is|are)\b.{0,80}\b(?:published|reproduced|broadcast|copied|copyright|redistributed)\b`,
    String.raw`these materials? (?:may|is|are)\b.{0,80}\b(?:published|reproduced|broadcast|copied|copyright|redistributed)\b`,
  ], '.*$', 'i'),
  { reason: 'copyright', words: 60, pattern: /^.{0,160}\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati)\b.{0,60}$/i },
  form('cookie-notice', 90, '^', [
    // English
    String.raw`(?:we|this (?:web ?)?site|our (?:web ?)?site) (?:use|and our partners|value)\b.{0,80}\bcookies?\b.*`,
    '(?:accept|reject|manage|allow|decline)(?: all)?(?: cookies| preferences)?', 'cookie (?:settings|policy|preferences|consent|notice).{0,60}',
    "(?:do not|don't) sell (?:or share )?my (?:personal )?(?:information|data|info).{0,40}", 'your privacy(?: choices| rights)?',
    // German
    'diese (?:web)?seite (?:verwendet|nutzt) cookies.*',
    // French
    '(?:ce site|nous) utilis(?:e|ons) des cookies.*',
    // Spanish
    '(?:este sitio|utilizamos|usamos) .{0,30}cookies.*',
    // Italian
    'questo sito (?:utilizza|usa) .{0,30}cookie.*',
  ], '$', 'i'),
  form('comments', 14, '^', [
    // English
    'comments? (?:are|is) (?:now )?(?:closed|off|disabled|moderated).{0,40}', String.raw`comments?(?: \(?\d+\)?)?:?`, String.raw`\d+ comments?`,
    '(?:leave|post|write|add|submit) (?:a |your )?(?:comment|reply|response).{0,40}',
    String.raw`(?:be the first|log ?in|sign in|join the (?:conversation|discussion)|view|show|read|see|load|hide)\b.{0,30}\bcomments?`,
    'join the (?:conversation|discussion).{0,40}', 'no comments(?: yet)?',
    // German
    String.raw`kommentare(?: \(\d+\))?`,
    // French
    '(?:laisser|ajouter|poster) un commentaire', 'commentaires?',
    // Spanish
    'comentarios?', 'deja (?:un|tu) comentario',
    // Italian
    'commenti',
    // Dutch
    'reacties',
  ], '[.!]?$', 'i'),
]

export const FIELDS: readonly Phrase[] = [
  form('database-field', 30, '^', [
    'LENGTH', 'LOAD-DATE', 'Load-Date', 'LANGUAGE', 'DOCUMENT-TYPE', 'PUBLICATION-TYPE', 'JOURNAL-CODE', 'ACC-NO', 'GRAPHIC', 'DISTRIBUTION',
    'ORGANIZATION', 'GEOGRAPHIC', 'COUNTRY', 'STATE', 'CITY', 'PERSON', 'INDUSTRY', 'TICKER', 'COMPANY', 'CLASSIFICATION', 'NOTES', 'PUB-TYPE',
    'UPDATE', 'SECTION', 'Classification', 'Publication-Type', 'Journal Code', 'Geographic', 'Length', 'Section',
  ], String.raw`\s*:\s*\S.{0,400}$`, ''),
  { reason: 'database-field', words: 200, pattern: /^(?:SUBJECT|Subject|Industry|Company|Organization|Person|Geographic|City|State|Country)\s*:.{0,1500}\(?\d\d%\)?/ },
  form('database-field', 14, '^', [
    String.raw`(?:document )?\d+ of \d+(?: documents?)?`, String.raw`document [a-z]{2,}\w*\d{8}\w*`, 'search summary', 'end of (?:document|article)', String.raw`\d+ words`, 'body', 'full text:?',
    String.raw`(?:lexisnexis|factiva|proquest|pressreader)\b.{0,60}`, 'download request:.{0,60}', 'time of request:.{0,60}',
    'source: (?:factiva|proquest|lexisnexis).{0,40}',
  ], '$', 'i'),
  { reason: 'page-number', words: 8, pattern: /^(?:[-–—]\s*\d{1,4}\s*[-–—]|(?:page|seite|pág(?:ina)?\.?|p\.|pagina)\s*\d{1,4}(?:\s*(?:of|von|de|di|van|\/)\s*\d{1,4})?|\d{1,4}\s*\/\s*\d{1,4})$/i },
  { reason: 'signature', words: 12, pattern: /^(?:sent from my .{2,40}|sent via .{2,40}|get outlook for .{2,20}|von meinem .{2,20} gesendet|envoyé de mon .{2,20}|-- ?)$/i },
  { reason: 'advertisement', words: 3, pattern: /^(?:ad|ads)$/i },
]

/** What an outlet says of itself, of a text's age, and of how it was made, in a sentence of its own. */
export const NOTICES: readonly Phrase[] = [
  { reason: 'boilerplate', words: 10, pattern: /^this (?:article|story|post|page) is (?:more than |over |about )?(?:an? |\d+ )(?:years?|months?|weeks?|days?) old\.?$/i },
  { reason: 'boilerplate', words: 70, pattern: /^(?:the )?[\p{Lu}][\p{L} .'&-]{2,40} is (?:an? |the )?[\p{L} ,'-]{0,60}\b(?:news(?:room|paper)?|journalism|media) (?:organi[sz]ation|agency|outlet|site|website|publication|service|nonprofit)\b.*\b(?:dedicated to|sign up|newsletters?|donat\w+|trusted source|mission is)\b.*$/iu },
  { reason: 'boilerplate', words: 40, pattern: /^our standards: .{3,120}$/i },
  { reason: 'boilerplate', words: 40, pattern: /^this (?:summary|article|translation|audio|text) (?:is|was) (?:ai[- ]|machine[- ]|auto-?)(?:generated|translated)\b.*$/i },
]

export const MASTHEAD: readonly Phrase[] = [
  form('navigation', 40, '^(?:', [
    'terms(?: (?:of|and|&) (?:use|service|sale|conditions))?', 'privacy(?: (?:policy|notice|settings|centre|center))?',
    'cookies?(?: (?:policy|settings|notice|preferences))?', 'contact(?: us)?', 'about(?: us)?', 'advertis(?:e|ing)(?: with us)?', 'accessibility',
    'help', 'faq', 'site ?map', 'careers', 'jobs', 'imprint', 'impressum', 'datenschutz', 'agb', 'kontakt', 'newsletters?', 'subscribe', 'rss',
    'archives?', 'home', 'legal', 'mentions légales', 'confidentialité', 'aviso legal', 'privacidad', 'contacto', 'contatti',
  ], String.raw`(?:[\s|·•,/&–-]+|$)){2,}$`, 'i'),
  form('masthead', 8, '^', [
    // English
    String.raw`newspapers? (?:in|from) [\p{Lu}].{2,40}`, 'exit mobile version', String.raw`pressreader(?:\.com)?`,
    'view (?:mobile|desktop|full) (?:site|version)', '(?:back )?to (?:the )?top', 'skip to (?:main )?(?:content|navigation).{0,20}',
    '(?:main )?menu', 'search(?: for)?:?', 'close', 'home', 'sections?', 'breaking news', 'latest news', 'news feed', 'live tv',
    'watch (?:live|now)', 'e-?paper', "today's paper", 'sign in', 'log ?(?:in|out)', 'my account', 'subscriber (?:login|services)',
    'accessibility(?: statement)?', 'site ?map', 'contact(?: us)?', 'about(?: us)?', 'privacy(?: policy)?',
    'terms(?: (?:of|and) (?:use|service|conditions))?', 'help', 'faq', 'advertise(?: with us)?', 'careers',
    // German
    'startseite', 'zur startseite', 'nach oben', 'impressum', 'datenschutz', 'zum inhalt springen', 'menü', 'anmelden', 'abo(?:nnement)?',
    // French
    'accueil', 'aller au contenu(?: principal)?', 'se connecter', "s'abonner",
    // Spanish
    'inicio', 'ir al contenido(?: principal)?', 'iniciar sesión', 'suscríbete', 'lo más (?:visto|leído)',
    // Italian
    'inizio', 'arriba', 'vai al contenuto(?: principale)?', 'accedi', 'abbonati',
    // Portuguese, Dutch
    'ir para o conteúdo(?: principal)?', 'entrar', 'naar (?:de )?inhoud', 'inloggen',
  ], '$', 'iu'),
  form('related-links', 30, '^', [
    // English
    '(?:related|recommended|similar|trending|popular)(?: (?:articles?|stories|posts?|content|links?|news|topics?|coverage|video|now|for you|reading))?',
    '(?:see|read) also', 'also (?:read|see|watch|on|from)',
    '(?:more|most) (?:stories|articles?|news|coverage|popular|read|viewed|shared|like this|to read)(?: (?:from|in|on|about) .{2,40})?',
    String.raw`more (?:from|on|in|about) [\p{L}].{1,40}`, '(?:you )?(?:may|might) (?:also )?(?:like|be interested in)', 'up next', 'read next',
    'what to (?:read|watch) next', 'explore more on these topics', 'suggested topics', 'most viewed', "editors?'?s?'? (?:picks?|choice)", 'top stories', "don't miss", 'in this section',
    // German
    'mehr (?:zum thema|dazu)', 'lesen sie auch', 'das könnte sie auch interessieren',
    // French
    '(?:à|a) lire aussi', 'lire aussi', 'sur le même (?:sujet|thème)', 'les plus lus',
    // Spanish
    '(?:más|mas) (?:noticias|información)', 'archivado en', '(?:lea|lee|lea|leer|ver) también', 'te puede interesar',
    // Italian
    'leggi anche', 'potrebbe interessarti',
    // Dutch
    'lees ook',
    // Portuguese
    'leia também', 'veja também',
  ], String.raw`\s*(?:[:.…»>]+)?$`, 'iu'),
  form('related-links', 40, '^', [
    // English
    'related', 'read also', 'see also', 'also read', 'read more', 'read next',
    // German
    'lesen sie auch',
    // French
    'lire aussi',
    // Spanish
    'lea también',
    // Italian
    'leggi anche',
    // Dutch
    'lees ook',
    // Portuguese
    'leia também',
  ], String.raw`\s*(?:[:|»]|>>)\s*\S.{3,240}$`, 'iu'),
]

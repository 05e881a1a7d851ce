// Which lines pass the story on, or close it: share bars, `read more`, notes on print and on authors?
import { form, type Phrase } from './phrase.ts'

export const SHARING: readonly Phrase[] = [
  form('sharing', 12, '^', [
    // English
    'share(?: (?:this|full|the)(?: (?:article|story|post|page))?)?', 'read in (?:the )?app', 'gift (?:this )?article', 'give this article',
    'copy (?:the )?link(?: to clipboard)?', 'link copied!?', 'save (?:this )?(?:article|story|for later)', 'bookmark(?: this)?', 'tweet(?: this)?',
    'print(?: this)?(?: (?:article|page|story))?', 'e-?mail(?: this)?(?: (?:article|story|to a friend))?',
    '(?:click to )?(?:share|e-?mail|print|tweet|pin)(?: (?:this|it))? (?:on|via|to|with|by) .{2,60}', '(?:opens|öffnet) in (?:a )?new window',
    String.raw`\d[\d.,]*[km]? shares?`, 'add to your saved (?:stories|articles)', 'save', 'reuse this content', 'purchase licensing rights', 'get the full experience\\..{0,40}',
    // German
    '(?:artikel |beitrag )?(?:teilen|drucken|merken)(?: (?:auf|per|via) .{2,30})?', 'zur merkliste hinzufügen', 'link kopieren', 'weitere optionen zum teilen',
    String.raw`artikel anhören(?: \(\d+ minuten?\))?`, String.raw`• aus .{2,40} \d{1,2}/\d{4}`,
    // French
    "partager(?: (?:sur|l'article|cet article).{0,30})?", 'imprimer', "offrir l'article", 'ajouter à vos sélections', 'lire plus tard', String.raw`temps de lecture\s?:? \d+ min\.?`,
    // Spanish
    'compartir(?: (?:en|este artículo).{0,30})?', 'copiar enlace', 'desplegar redes sociales', 'ir a los comentarios',
    // Italian
    "condividi(?: (?:su|l'articolo).{0,30})?",
    // Dutch
    'delen(?: (?:op|via).{0,30})?',
    // Portuguese
    'compartilhar(?: (?:no|na|em).{0,30})?', 'compartilhe',
    // English
    String.raw`listen(?: to this (?:article|story))?(?: [·•-]? ?\d+:\d+.*)?`,
  ], '$', 'i'),
  form('sharing', 14, '^(?=.*[a-z]{4})(?:', [
    'share', 'save', 'print', 'e-?mail', 'facebook', 'twitter', 'x', 'whatsapp', 'linkedin', 'reddit', 'pinterest', 'telegram', 'flipboard',
    'messenger', 'pocket', 'tumblr', 'threads', 'bluesky', 'instagram', 'youtube', 'copy', 'link', 'copy link', 'url', 'comments?', 'more', 'on',
    'to', String.raw`\d+`,
  ], String.raw`\b[\s|/·•,:&-]*){2,}$`, 'i'),
  form('sharing', 16, String.raw`^(?:follow|find|like|join|connect with|contact) (?:us|me|@?[\p{L}_. ]{2,40}) (?:on|via|at|also on) (?:the )?`, [
    'facebook', 'twitter', 'x', 'instagram', 'telegram', 'whatsapp', 'linkedin', 'youtube', 'tiktok', 'google news', 'threads', 'bluesky',
    'mastodon',
  ], String.raw`\b.{0,100}$`, 'iu'),
]

export const CLOSING: readonly Phrase[] = [
  form('read-more', 8, String.raw`^[[(→">\s]*`, [
    // English
    String.raw`read (?:more|on|the (?:full|rest|original|whole|entire)\b.{0,30}|full (?:story|article|text)|full|it here|more here|article)`,
    '(?:continue|keep) reading', '(?:see|view|show|learn|find out) more', String.raw`more\s*(?:>>|"|\.\.\.|…)`, 'full (?:story|article|text)',
    'click here(?: (?:to|for) .{2,40})?', 'link to (?:the )?(?:article|story|original)', 'view (?:original|full|online).{0,30}', 'view image in full ?screen',
    // German
    'weiterlesen', 'mehr lesen', '(?:zum|ganzen) artikel',
    // French
    "lire (?:la suite|plus|l'article).{0,20}", 'en savoir plus',
    // Spanish
    'leer más', 'seguir leyendo', 'ver más',
    // Italian
    "leggi (?:tutto|di più|ancora|l'articolo)", 'continua a leggere',
    // Dutch
    'lees (?:meer|verder)',
    // Portuguese
    'leia mais', 'ler mais', 'saiba mais',
  ], String.raw`\b[\s.:…→">\])]*$`, 'iu'),
  // `Read more: https://…`: the link stands in words where a mail has no markup.
  { reason: 'read-more', words: 40, pattern: /^[(\[→>•\s]*(?:read (?:more|on|the (?:full|whole|rest)\b.{0,30}|full (?:story|article))|full (?:story|article)|more|link|source|url|weiterlesen|mehr|lire la suite|leer más|leggi tutto|lees meer|leia mais)\s*[:→>|–-]*\s*<?(?:https?:\/\/|www\.)\S+>?[)\]]?$/i },
  { reason: 'read-more', words: 6, pattern: /^(?:flag as irrelevant|als irrelevant markieren|signaler comme non pertinent|marcar como irrelevante|contrassegna come non pertinente)$/i },
  form('print-note', 90, String.raw`^(?:a|this) (?:version|correction|shorter version|longer version) (?:of )?(?:this|the)? ?(?:article|story|column|review|essay|piece|interview|obituary)?\b.{0,30}\b`, [
    'appear(?:s|ed)', 'ran', 'was published', 'was originally published', 'first appeared',
  ], String.raw` (?:in print|in the|on page|on)\b.*$`, 'i'),
  form('print-note', 60, '^', [
    // English
    'this (?:article|story|piece|post|report|column|essay) (?:was |has been )?(?:originally|first) (?:appeared|published|ran)',
    'this (?:article|story|piece|post|report|column|essay) (?:was |has been )?(?:was|has been) (?:originally |first )?(?:published|republished|updated|corrected|amended|translated)',
    'this (?:article|story|piece|post|report|column|essay) (?:was |has been )?is (?:republished|reprinted|adapted)',
    // German
    'this (?:article|story|piece|post|report|column|essay) (?:was |has been )?appears in (?:the|our)',
    '(?:originally|first) published (?:in|on|by|at)', '(?:re)?printed (?:with|by) permission',
    '(?:diese[rs]?|der) (?:artikel|text|beitrag) (?:ist|erschien|wurde) (?:zuerst|erstmals|in der ausgabe)',
  ], String.raw`\b.*$`, 'i'),
  form('author-note', 60, '^', [
    '(?:[Aa]dditional |[Ww]ith |[Oo]ther )?[Rr]eporting(?: and (?:reporting|editing|writing|research))? (?:by|from)',
    '(?:[Aa]dditional |[Ww]ith |[Oo]ther )?[Ee]diting(?: and (?:reporting|editing|writing|research))? (?:by|from)',
    '(?:[Aa]dditional |[Ww]ith |[Oo]ther )?[Ww]riting(?: and (?:reporting|editing|writing|research))? (?:by|from)',
    '(?:[Aa]dditional |[Ww]ith |[Oo]ther )?[Tt]ranslation(?: and (?:reporting|editing|writing|research))? (?:by|from)',
    '(?:[Aa]dditional |[Ww]ith |[Oo]ther )?[Rr]esearch(?: and (?:reporting|editing|writing|research))? (?:by|from)',
    '(?:[Aa]dditional |[Ww]ith |[Oo]ther )?[Gg]raphics?(?: and (?:reporting|editing|writing|research))? (?:by|from)', '[Cc]ompiled by',
    '(?:[Ww]ith )?(?:[Ff]iles|[Cc]ontributions?|[Mm]aterial|[Rr]eports?|[Ii]nput|[Ii]nputs) from', '[Ee]dited by',
    String.raw`[Tt]ranslated (?:from \w+ )?by`, '[Pp]roduced by',
  ], String.raw`:?(?: (?:[\p{Lu}][\p{L}\p{M}.'-]*[,;.]?|and|in|for|de|van|von|al|bin|the|of|&|by|at|[Ee]diting|[Rr]eporting|[Ww]riting|[Aa]dditional|agencies|wires?|staff)[,;.]?){1,40}$`, 'u'),
  { reason: 'author-note', words: 60, pattern: /^[\p{Lu}*].{3,260}\bcontributed (?:to (?:this|the) (?:report|story|article|piece)|reporting)\b.{0,120}$/u },
  { reason: 'author-note', words: 60, pattern: /^(?:the )?(?:associated press|AP|reuters|AFP|bloomberg|CNN|BBC)\b.{0,200}\bcontributed (?:to|from|reporting)\b.{0,80}$/i },
  form('author-note', 90, '^', [
    // English
    String.raw`(?:more )?about (?:the )?(?:authors?|writer)\b.{0,40}`, String.raw`(?:the )?(?:views|opinions) expressed\b.*`,
    String.raw`more (?:about|from|by) (?:this author|\p{Lu}\S+(?: \p{Lu}\S+){0,3})`,
    // German
    '(?:über|zum) (?:den |die )?autor(?:in)?.{0,60}',
    // French
    "à propos de l'auteur.{0,60}",
    // Spanish
    'sobre (?:el|la|o|a) autora?.{0,60}',
  ], '$', 'iu'),
]

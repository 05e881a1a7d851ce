// Which lines sell something: other people’s goods, the paper itself, its newsletter?
import { form, type Phrase } from './phrase.ts'

export const ADVERTISEMENT: readonly Phrase[] = [
  form('advertisement', 8, String.raw`^[-–—\s*[(]*(?:skip )?(?:past )?`, [
    // English
    'advertis(?:e)?ment', 'advertising',
    // German
    'anzeige', 'werbung',
    // French
    'publicité',
    // Portuguese
    'publicidade?',
    // Italian
    'pubblicità',
    // Dutch
    'advertentie',
    // French
    'annonce',
  ], String.raw`s?(?:\s*[-–—:|.)\]*].{0,40})?$`, 'i'),
  form('advertisement', 14, '^', [
    '(?:story|article|text|content|report) continues? (?:below|after)', 'after newsletter promotion', 'continue reading (?:below|the main story)',
    'scroll (?:down )?to continue', 'ad feedback', 'remove ads', 'paid (?:post|content|partner)', 'sponsored(?: (?:content|by|post|links?).*)?',
    'supported by', 'promoted(?: content)?', 'we may (?:earn|receive) (?:a |an )?(?:affiliate )?commission.*',
    'this (?:post|article) (?:may )?contains? affiliate links.*',
  ], String.raw`\b[\s.!]*(?:(?:this )?ad(?:vert(?:isement)?)?|with content)?[\s.]*$`, 'i'),
]

export const PAYWALL: readonly Phrase[] = [
  form('paywall', 45, String.raw`^(?:please )?(?:subscribe|sign up|log ?in|register|become a (?:member|subscriber)|create (?:a|an|your)(?: free)? account|buy|purchase|start your (?:free )?trial|join)\b.{0,140}\b`, [
    'to (?:continue|keep|finish|go on) reading', 'to continue$', String.raw`to read (?:more|on|the|this|as|all|full|every|our|unlimited|\w+ articles)`,
    'to view (?:this|the full|more)', 'to access (?:this|the full|our|all|unlimited|premium)', 'to unlock', 'to see (?:this|the full)',
    'to get (?:full|unlimited)', 'for (?:full|unlimited) access', 'as many articles as you like', 'the (?:rest|full (?:story|article))',
  ], String.raw`\b.{0,160}$`, 'i'),
  form('paywall', 40, '^', [
    'to (?:continue|keep|finish|go on) reading', 'continue reading (?:with|your|by|for|this article)', String.raw`(?:keep|want to keep) reading\b`,
    String.raw`you(?:'ve| have) (?:reached|read|used|exhausted|hit) (?:your|the|all|\d+|my)\b.{0,60}\b(?:articles?|limit|stories)`,
    'this (?:article|story|content|page|is) (?:is )?(?:only )?(?:available |reserved )?(?:for|to) (?:our )?(?:subscribers?|members?|registered|paying|premium)',
    'this (?:article|story|content|page|is) (?:is )?(?:a )?(?:subscriber|member|premium)[- ](?:only|exclusive)',
    'this (?:article|story|content|page|is) (?:is )?exclusive(?:ly)? (?:to|for) (?:our )?(?:subscribers?|members?)',
    'this (?:article|story|content|page|is) (?:is )?behind a paywall', 'this (?:article|story|content|page|is) (?:is )?locked',
    'this (?:article|story|content|page|is) (?:is )?premium', '(?:subscriber|member)s?[- ](?:only|exclusive)',
    'already (?:a )?(?:subscriber|member|have an account|subscribed)', '(?:get|enjoy|for) (?:full|unlimited|instant|digital) (?:digital )?access',
    'unlock (?:this|the|full|unlimited)', 'the (?:rest|remainder|full (?:text|version)) of this (?:article|story)', 'log in or subscribe',
    'existing subscriber', 'thank you for your patience while we (?:verify|check)\\b', 'want all of the\\b',
    '(?:if you are|are you) in reader mode', 'we (?:couldn.t|could not|were unable to) verify (?:your )?(?:access|subscription)',
  ], String.raw`\b.{0,200}$`, 'i'),
  form('paywall', 40, '^', [
    // German
    'weiterlesen mit', 'jetzt (?:weiterlesen|abonnieren|freischalten|testen)',
    '(?:dieser|der) (?:artikel|beitrag|text|inhalt) ist (?:nur )?(?:für|abonnenten|exklusiv)', 'exklusiv für abonnenten',
    'lesen sie (?:diesen artikel )?(?:weiter )?mit',
    // French
    '(?:cet )?article (?:est )?(?:réservé|réserve) aux abonnés', String.raw`il vous reste \d+(?:[.,]\d+)? ?% de cet`, 'la suite (?:de cet article )?est réservée',
    'pour lire la suite', 'abonnez-vous pour', 'déjà abonné',
    // Spanish
    '(?:este|contenido|artículo).{0,20}(?:exclusivo|solo) para (?:suscriptores|socios)', 'suscríbete para (?:seguir|continuar|leer)',
    'para seguir leyendo',
    // Italian
    '(?:questo )?(?:articolo|contenuto) (?:è )?(?:riservato|esclusivo).{0,10}(?:agli abbonati|abbonati)', 'abbonati per (?:continuare|leggere)',
    'per continuare a leggere',
    // Dutch
    '(?:dit )?artikel (?:is )?(?:alleen|exclusief) voor abonnees', String.raw`(?:wil je )?verder lezen\?`,
    // Portuguese
    '(?:conteúdo|matéria).{0,20}(?:exclusiv[oa]) para assinantes', 'assine para (?:ler|continuar)', 'para continuar lendo',
  ], String.raw`\b.{0,200}$`, 'iu'),
]

export const PROMOTION: readonly Phrase[] = [
  form('promotion', 50, String.raw`^(?:please )?(?:sign up|subscribe|register)\b(?: (?:here|now|today))?(?: (?:for|to|with))? (?:our|the|your|my|a|free|daily|weekly|this|[A-Z]\S+(?: [A-Z]\S+){0,4})\b.{0,120}\b`, [
    'newsletters?', 'e-?mails?', 'inbox', 'podcast', 'briefing', 'digest', 'updates?', 'alerts?', 'channel', 'mailing list', 'rss', 'feed',
  ], String.raw`\b.{0,120}$`, 'i'),
  form('promotion', 45, '^', [
    // English
    String.raw`get (?:it|them|the|our|this|more|all)\b.{0,100}\b(?:in|to|delivered to) your (?:inbox|phone|email).{0,60}`,
    '(?:delivered )?(?:straight |direct(?:ly)? )?to your (?:inbox|email).{0,40}', String.raw`(?:download|get) (?:our|the) .{0,40}\bapp\b.{0,80}`,
    'enter your e-?mail(?: address)?.{0,60}', '(?:your )?e-?mail address:?', "you(?:'re| are) (?:now )?(?:subscribed|signed up).{0,60}",
    'thank(?:s| you) for (?:signing up|subscribing|reading).{0,80}',
    String.raw`by (?:signing up|subscribing|clicking|continuing|submitting|entering your)\b.{0,260}`, '(?:the )?newsletter',
    'you(?:\'re| are) receiving this (?:e-?mail|message|newsletter)\\b.{0,160}', 'view (?:this )?(?:e-?mail |message )?in (?:your )?browser.{0,40}',
    'privacy notice: .{0,300}', 'our (?:daily|weekly|morning|evening) (?:briefing|e-?mail|newsletter) .{0,160}', 'sign up to .{2,60}',
    'unsubscribe(?: at any ?time)?.{0,80}', 'subscribe(?: now| today)?[!.]?', 'sign up(?: now| today)?[!.]?',
    String.raw`the [\p{Lu}][\p{L} '&-]{2,50} newsletter\b.{0,140}\bsign up\b.{0,20}`, 'free (?:daily|weekly|morning|evening) newsletter',
    String.raw`you can follow .{2,80}\b(?:facebook|twitter|x|instagram)\b.{0,160}\bnewsletter\b.{0,60}`,
    // German
    String.raw`sie erhalten artikel von .{2,60} per e-?mail.{0,80}`, 'verpassen sie keinen (?:artikel|beitrag|text).{0,60}',
    'abonnieren', '(?:zum |unser(?:en)? )newsletter.{0,80}',
    // French
    '(?:inscrivez-vous|abonnez-vous) (?:à|a) .{0,80}newsletter.{0,60}',
    // Spanish
    String.raw`(?:puedes|puede) seguir a .{2,80}\b(?:facebook|twitter|x|instagram|whatsapp)\b.{0,200}`,
    '(?:suscríbete|apúntate|inscríbete) (?:a|en) .{0,80}(?:newsletter|boletín|boletines).{0,60}',
    // Italian
    'iscriviti alla .{0,40}newsletter.{0,60}',
    // Dutch
    '(?:meld je aan|schrijf je in) voor .{0,60}nieuwsbrief.{0,60}',
    // Portuguese
    'assine .{0,40}newsletter.{0,60}',
  ], '$', 'iu'),
  form('promotion', 60, '^', [
    String.raw`(?:please )?support (?:our|us|the|local|independent|quality|public|free)\b.{0,200}\b(?:journalism|newsroom|our reporting|donat\w+|contribution|subscri\w+|paywall)\b.{0,120}`,
    String.raw`donate to\b.{0,200}\b(?:journalism|newsroom|our reporting|donat\w+|contribution|subscri\w+|paywall)\b.{0,120}`,
    String.raw`help us\b.{0,200}\b(?:journalism|newsroom|our reporting|donat\w+|contribution|subscri\w+|paywall)\b.{0,120}`,
    String.raw`become a (?:supporter|patron|member|subscriber)\b.{0,200}\b(?:journalism|newsroom|our reporting|donat\w+|contribution|subscri\w+|paywall)\b.{0,120}`,
    String.raw`make a (?:donation|contribution)\b.{0,200}\b(?:journalism|newsroom|our reporting|donat\w+|contribution|subscri\w+|paywall)\b.{0,120}`,
    String.raw`(?:we (?:need|rely on) )?your (?:support|donations?)\b.{0,200}\b(?:journalism|newsroom|our reporting|donat\w+|contribution|subscri\w+|paywall)\b.{0,120}`,
    String.raw`(?:do you )?(?:have|got) (?:a |an |any )?(?:news )?(?:tip|story|question)s?\b.{0,30}\?.{0,200}`,
    '(?:send|email) (?:your |us )(?:news )?(?:tips|letters|comments|feedback).{0,120}',
    String.raw`(?:watch|listen to|download|stream|tune in)(?: more)?(?: on| to| at|:) .{2,80}\b(?:app|podcast|apple podcasts|spotify|itunes|stitcher)\b.{0,60}`,
    String.raw`(?:order reprints|today's paper|reprints and permissions)\b.{0,80}`,
  ], '$', 'i'),
]

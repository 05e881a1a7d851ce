// What could a newsroom send to a publisher? One page that stands by itself: verdict, sources, figures, what changed, both texts
// aligned, method and version. No script, nothing from elsewhere; it prints on A4 as it is.
import { createHash } from 'node:crypto'
import type { Evidence, EvidenceSide } from '../../domain/evidence.ts'
import { mapOf } from './map.ts'
import { type Markup, markup, NOTHING } from './markup.ts'
import { STYLE } from './style.ts'
import { type ReportNames, textsOf } from './texts.ts'

export interface Report {
  readonly evidence: Evidence
  /** Where the service is reached, without a slash at its end. */
  readonly site: string
  /** Of the service. */
  readonly version: string
}

/** Rows of a table of substitutions; the texts show them all. */
const SWAPS_SHOWN = 24

/** No script, no image, no address but the page's own style. */
export const REPORT_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** In a file there is no header, so the page carries the rule too; `frame-ancestors` is for headers only. */
const POLICY_IN_PAGE = REPORT_POLICY.replace(/; frame-ancestors[^;]*/, '')

export function reportPage({ evidence, site, version }: Report): string {
  const names = namesOf(evidence.left, evidence.right)
  // The style is our own and holds no sign that HTML gives a meaning; its hash in the policy holds only unescaped.
  const style: Markup = { html: STYLE }
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY_IN_PAGE}">
<meta name="referrer" content="no-referrer">
<title>Comparison of ${names.left} and ${names.right}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="kicker">Comparison of two texts, ${dateOf(evidence.method.computedAt)}</p>
<h1>${titleOf(evidence)}</h1>
<p class="verdict">${evidence.verdict.sentence}</p>
<div class="summary"><div>${sources(evidence, names, site)}${figures(evidence, names)}</div>
<div>${mapOf(evidence, 'Map of both texts: a band joins each shared passage')}<div class="map-names"><span>${names.left}</span><span>${names.right}</span></div></div></div>
${facts(evidence)}${quotations(evidence)}${swaps(evidence, names)}${textsOf(evidence, names)}
${method(evidence, site, version)}
</main>
</body>
</html>
`
  return page.html
}

/** "publisher, date", with the file where that is not enough to tell them apart. */
function namesOf(left: EvidenceSide, right: EvidenceSide): ReportNames {
  const [one, other] = [left, right].map((side) => [side.publisher ?? side.documentName, side.publishedAt === undefined ? undefined : dateOf(side.publishedAt)].filter(Boolean).join(', '))
  if (one !== other) return { left: one ?? '', right: other ?? '' }
  const apart = left.documentName !== right.documentName
  return { left: `${one} (${apart ? left.documentName : 'left'})`, right: `${other} (${apart ? right.documentName : 'right'})` }
}

function titleOf({ left, right }: Evidence): string {
  return left.headline || right.headline || 'Two texts without a headline'
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

function dateOf(iso: string): string {
  return DATE.format(new Date(iso))
}

const ROWS: readonly (readonly [string, (side: EvidenceSide, site: string) => string | undefined])[] = [
  ['Headline', (side) => side.headline || undefined],
  ['Publisher', (side) => side.publisher],
  ['Published', (side) => (side.publishedAt === undefined ? undefined : dateOf(side.publishedAt))],
  ['Byline', (side) => side.byline.join(', ') || undefined],
  ['Words', (side) => `${side.words.toLocaleString('en-GB')}${side.completeness === 'incomplete' ? ', stops early' : ''}`],
  ['Address', (side) => side.url],
  ['File', (side) => `${side.documentName}${side.documentArticles > 1 ? `, one of ${side.documentArticles} articles` : ''}`],
  ['In the archive', (side, site) => `${site}/articles/${side.articleId} (version ${side.version})`],
]

function sources({ left, right }: Evidence, names: ReportNames, site: string): Markup {
  const rows = ROWS.flatMap(([name, read]) => {
    const [one, other] = [read(left, site), read(right, site)]
    return one === undefined && other === undefined ? [] : [markup`<tr><th scope="row">${name}</th><td>${one ?? 'not known'}</td><td>${other ?? 'not known'}</td></tr>`]
  })
  return markup`<table class="sides"><thead><tr><td></td><th scope="col">${names.left}</th><th scope="col">${names.right}</th></tr></thead><tbody>${rows}</tbody></table>`
}

function figures({ coverage, quotations, facts, substitutions, verdict }: Evidence, names: ReportNames): Markup {
  const told: readonly (readonly [string, string])[] = [
    [`of ${names.left} is in ${names.right}`, percent(coverage.leftInRight)],
    [`of ${names.right} is in ${names.left}`, percent(coverage.rightInLeft)],
    ['longest shared run', `${coverage.longestRun} words`],
    ['kinds of substitution', String(substitutions.length)],
    ['quotations altered', quotations.total === 0 ? 'none shared' : `${quotations.altered} of ${quotations.total}`],
    ['facts changed; confidence', `${facts.length}; ${verdict.confidence}`],
  ]
  return markup`<dl class="figures">${told.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function facts({ facts: changed }: Evidence): Markup {
  if (changed.length === 0) return NOTHING
  return markup`<h2>Facts changed</h2><ul>${changed.map((one) => markup`<li>${one.kind}: <del>${one.left.text}</del> became <ins>${one.right.text}</ins></li>`)}</ul>`
}

function quotations({ quotations: { items, altered, total } }: Evidence): Markup {
  if (items.length === 0) return NOTHING
  const missing = items.filter((one) => one.state === 'missing').length
  const lost = missing === 0 ? '' : `; ${missing} more ${missing === 1 ? 'is' : 'are'} quoted in one text only`
  return markup`<h2>Quotations</h2><p>${altered} of ${total} quotations that both texts have are altered${lost}. Each is marked in the texts below.</p>`
}

function swaps({ substitutions }: Evidence, names: ReportNames): Markup {
  if (substitutions.length === 0) return NOTHING
  const rows = substitutions.slice(0, SWAPS_SHOWN).map((one) => markup`<tr><td><del>${one.from}</del></td><td><ins>${one.to}</ins></td><td class="number">${one.count} of ${one.of}</td></tr>`)
  const more = substitutions.length - rows.length
  return markup`<h2>Words that stand for others</h2><div class="swaps"><table><thead><tr><th scope="col">${names.left}</th><th scope="col">${names.right}</th><th scope="col" class="number">Times</th></tr></thead><tbody>${rows}</tbody></table></div>${more > 0 ? markup`<p class="legend">And ${more} more, each marked in the texts below.</p>` : NOTHING}`
}

function method({ match, method: how, left, right }: Evidence, site: string, version: string): Markup {
  return markup`<div class="method">
<p>How it was worked out: the words of both texts, without page furniture, were aligned in order by runs of equal words; a word that stands between equal words on both sides counts as a substitution. The relation was ${match.decidedBy === 'editor' ? 'set by an editor' : 'decided by rule'}. Names and numbers are told by their form, so single ones can be missed.</p>
<p>Matcher version ${how.matchVersion}, Copydesk ${version}, ${MOMENT.format(new Date(how.computedAt))} UTC. Grounds: ${match.reasons.filter((one) => one.code !== 'quotation-altered').map((one) => one.message).join(' ')}</p>
<p>This comparison: ${site}/compare/${left.articleId}/${right.articleId}</p>
</div>`
}

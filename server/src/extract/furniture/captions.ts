// Which lines belong to a picture? A caption gives itself away by its credit, which agencies write in a few set ways.

const SOURCES =
  "(?:getty(?: images)?|ap(?: photo)?|associated press|reuters|afp|epa(?:-efe)?|efe|shutterstock|alamy|istock(?:photo)?|unsplash|pexels|pixabay|imago|dpa|picture alliance|keystone|ansa|bloomberg|xinhua|zuma(?: press)?|upi|pa(?: wire| images| media)?|sipa|anadolu(?: agency)?|nurphoto|magnum photos|wikimedia(?: commons)?|flickr|courtesy(?: of)?|handout|supplied|file(?: photo)?|screengrab|screenshot)"

const CREDIT_LINE: readonly RegExp[] = [
  /^(?:photo(?:graph)?s?|picture|image|illustration|graphic|video|credit|foto(?:grafi[ae])?s?|bild|abbildung|crédits?(?: photo)?|photographie|crédito|imagen|fotografía|immagine|beeld|imagem)(?: credits?| courtesy)?\s*(?:by\b|:|\/|courtesy(?: of)?\b|©).{1,140}$/i,
  new RegExp(`^[(\\[]?(?:\\p{L}[\\p{L}.'\\- ]{1,50}\\s*[/|,]\\s*)?(?:via )?${SOURCES}(?:\\s*(?:[/|,-]|via)\\s*[\\p{L}.' ]{2,50})?[)\\]]?\\.?$`, 'iu'),
  // `(Anna Keel for The Harbour Times)`
  /^[(\[]\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){1,3} (?:for|para|pour|für) (?:the )?\p{Lu}[\p{L}.'& -]{1,40}[)\]]$/u,
  /^(?:image|picture|photo|caption|image caption|image source|media caption|bildunterschrift|légende)\s*[,:].{1,300}$/i,
]

const CREDIT_AT_END: readonly RegExp[] = [
  /(?:credit|crédit|crédito)\s*(?:\.{3}|…|:).{2,120}$/i,
  /\((?:photo(?:graph)?s?|picture|image|illustration|foto|bild|photo credit|credit|file photo|ap photo|afp photo|reuters photo)\b.{0,120}\)\.?$/i,
  /(?:^|[.!?"')\]]\s*)(?:photo(?:graph)?s?|picture|image|illustration|foto|bild|photographie|photo credit|image credit|picture credit)\s*(?:by\b|:|\/|courtesy\b|©).{2,100}$/i,
  new RegExp(`\\((?:\\p{L}[\\p{L}.'\\- ]{1,50}\\s*[/|,]\\s*)?(?:via )?${SOURCES}(?:\\s*(?:[/|,-]|via)\\s*[^()]{2,60})?\\)\\.?$`, 'iu'),
  new RegExp(`(?:[.!?"']\\s*|\\s[-–—|]\\s?)(?:[\\p{Lu}][\\p{L}.'\\-]*(?: [\\p{Lu}][\\p{L}.'\\-]*){0,3}\\s*(?:/|\\||via)\\s*)${SOURCES}(?:\\s*(?:[/|]|via)\\s*[\\p{L}.' ]{2,50})?\\.?$`, 'iu'),
  // `… on Thursday.ANNA KEEL`: the credit stood apart by its looks alone.
  /\p{Ll}\.(?:\p{Lu}[\p{Lu}.'-]+ ?){2,4}(?:\(\p{Lu}[\p{L} ]{1,20}\))?$/u,
  /\/\s?(?:getty images|ap photo|ap|reuters|afp|shutterstock|epa|dpa|the new york times)(?: via [\p{L} ]{2,30}(?:\/[\p{L} ]{2,30})?)?\.?$/iu,
  /\bvia (?:getty images|ap|reuters|afp|storyful|shutterstock)\.?\)?$/i,
]

const MAX_CREDIT = 160
const MAX_CAPTION = 700

/** A caption with its credit, or a credit by itself. `line` is folded. */
export function isCaption(line: string): boolean {
  if (line.length > MAX_CAPTION) return false
  if (line.length <= MAX_CREDIT && CREDIT_LINE.some((form) => form.test(line))) return true
  const end = line.slice(-200)
  return CREDIT_AT_END.some((form) => form.test(end))
}

// Made-up news of a made-up town, so that uploads have something to find.

const FERRY = [
  'The ferry Marigold was taken out of service on Tuesday after a crack was found in her hull, the harbour office of Tannhaven said.',
  'Harbour master Ilse Brandt told reporters that 214 passengers had been brought ashore in small boats within fifty minutes.',
  '“Nobody was in danger at any time,” said Brandt, who has run the office for nineteen years, “but we shall not sail until the yard has looked at every plate.”',
  'The Marigold was built in 1987 and carries about 90,000 people a year between Tannhaven and the island of Little Orm.',
  'A replacement is to be chartered from the Kelsund Line by Friday; until then the post comes by fishing boat.',
]

const SCHOOL = [
  'Pupils of the Upper Tannhaven school will have a roof over their gymnasium again by the autumn, the council decided on Monday.',
  'Councillor Petr Oldmark put the cost at 1.2 million crowns, half of which the county pays.',
  'The old roof gave way under snow in February, when the hall was empty because of the winter holiday.',
  'Builders from Kelsund begin on the third of June and work through the summer, said Oldmark.',
]

export function ferryStory(): string {
  return ['Crack in hull stops the Marigold', 'By Runa Tveit', '', ...FERRY.map((paragraph) => `${paragraph}\n`)].join('\n')
}

/** The same story without its last two paragraphs. */
export function ferryCut(): string {
  return ['Ferry out of service at Tannhaven', '', ...FERRY.slice(0, 3).map((paragraph) => `${paragraph}\n`)].join('\n')
}

export function schoolStory(): string {
  return ['A roof for the gymnasium', 'By Ole Finn', '', ...SCHOOL.map((paragraph) => `${paragraph}\n`)].join('\n')
}

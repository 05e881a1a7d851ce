// What does a plan of clusters ask of a match? Without its passages, out of an index alone: a story that thousands copy has
// tens of thousands of matches, and each copy that comes in looks at all of them.

export const matchOutlines = `
create index match_outline on match (
  left_id, right_id, asked, decided_by, relation, matched_words, confidence, direction,
  resemblance, left_containment, right_containment, match_version
);
`

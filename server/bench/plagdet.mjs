// How well are taken passages found? PlagDet of the PAN evaluations (Potthast, Stein, Barrón-Cedeño and Rosso 2010):
// the F1 of macro-averaged character precision and recall, over log2(1 + granularity).

/** `results`: for each pair its true cases and the passages found, both `{left, right}` with `[begin, end)`. */
export function plagdet(results) {
  const sum = { recall: 0, cases: 0, precision: 0, found: 0, hits: 0, hit: 0 }
  for (const { cases, passages } of results) {
    for (const one of cases) {
      const on = passages.filter((other) => meets(one, other))
      sum.cases++
      sum.recall += coverage(one, on)
      if (on.length > 0) sum.hit++
      sum.hits += on.length
    }
    for (const one of passages) {
      sum.found++
      sum.precision += coverage(one, cases.filter((other) => meets(one, other)))
    }
  }
  const recall = sum.cases === 0 ? 0 : sum.recall / sum.cases
  const precision = sum.found === 0 ? 0 : sum.precision / sum.found
  const granularity = sum.hit === 0 ? 1 : sum.hits / sum.hit
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
  return { recall, precision, granularity, plagdet: f1 / Math.log2(1 + granularity) }
}

function meets(one, other) {
  return overlap(one.left, other.left) > 0 && overlap(one.right, other.right) > 0
}

function overlap(one, other) {
  return Math.max(0, Math.min(one.end, other.end) - Math.max(one.begin, other.begin))
}

function coverage(one, others) {
  const covered = union(one.left, others.map((other) => other.left)) + union(one.right, others.map((other) => other.right))
  return covered / (one.left.end - one.left.begin + one.right.end - one.right.begin)
}

function union(span, others) {
  let sum = 0
  let reached = span.begin
  for (const other of [...others].sort((a, b) => a.begin - b.begin)) {
    const begin = Math.max(reached, other.begin)
    const end = Math.min(span.end, other.end)
    if (end <= begin) continue
    sum += end - begin
    reached = end
  }
  return sum
}

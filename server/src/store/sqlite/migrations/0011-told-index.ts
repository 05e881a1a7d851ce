// Which articles were told before, without reading their rows? Asked for every figure of the dashboard and every receipt:
// the index holds the standing beside the cluster.

export const toldIndex = `
drop index article_cluster;
create index article_cluster on article (cluster_id, status);
`

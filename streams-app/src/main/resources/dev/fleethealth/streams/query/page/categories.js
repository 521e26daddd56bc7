// Why connections end, by who is at fault: the domains of the event schema, each with a label, a color and a pattern.

const CATEGORIES_OF = {
  network: ['NETWORK_LOST', 'KEEPALIVE_TIMEOUT', 'IDLE_TIMEOUT'],
  credential: ['CREDENTIAL_EXPIRED', 'BAD_CREDENTIALS', 'NOT_AUTHORIZED', 'TLS_ERROR'],
  client: ['SESSION_TAKEN_OVER', 'CLIENT_REPORTED_ERROR', 'PROTOCOL_ERROR', 'UNSUPPORTED_PROTOCOL_VERSION', 'UNSUPPORTED_FEATURE',
    'CLIENT_ID_REJECTED', 'TOPIC_OR_PAYLOAD_INVALID', 'PACKET_TOO_LARGE', 'CONNECT_TIMEOUT'],
  server: ['SERVER_BUSY', 'SERVER_SHUTDOWN', 'SERVER_REDIRECT', 'SERVER_ERROR', 'MAX_CONNECTION_LIFETIME'],
  limit: ['RATE_LIMITED', 'QUOTA_EXCEEDED', 'CONNECTION_LIMIT'],
  admin: ['ADMIN_KICK', 'BLOCKED', 'CONFIGURATION_ERROR'],
  planned: ['NORMAL', 'DISCONNECT_WITH_WILL', 'SESSION_EXPIRED'],
  unknown: ['UNKNOWN'],
};

const DOMAIN_OF = new Map(Object.entries(CATEGORIES_OF)
  .flatMap(([domain, categories]) => categories.map((category) => [category, domain])));

/** All domains, in the order in which they are stacked and listed. */
export const DOMAINS = Object.keys(CATEGORIES_OF);

/** All categories, by domain. */
export const CATEGORIES = Object.values(CATEGORIES_OF).flat();

/** The domain of a category; one that this page does not know yet counts as unknown. */
export function domainOf(category) {
  return DOMAIN_OF.get(category) ?? 'unknown';
}

/** Category -> count, added up by domain. */
export function byDomain(categories) {
  const sums = Object.fromEntries(DOMAINS.map((domain) => [domain, 0]));
  for (const [category, count] of Object.entries(categories)) {
    sums[domainOf(category)] += count;
  }
  return sums;
}

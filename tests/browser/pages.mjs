// Every page that a person can open, by its row in a page table: who looks,
// at which address where the row has a parameter, at which moment.  A row
// missing here fails pages.test.mjs.
export const pages = {
	"/": {},
	"/courses": {},
	"/courses/:section": { url: "/courses/BIO5012-01" },
};

// Rows that show no page of their own: files, and answers to a link.
export const notPages = new Set([
]);

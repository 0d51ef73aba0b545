// A second verifier, written from the standards and not from our C (T9):
// RFC 8785, eddsa-jcs-2022, RFC 6962, Bitstring Status List.
import { createHash, createPublicKey, verify as check } from "node:crypto";
import { gunzipSync } from "node:zlib";

const sha256 = (...parts) => parts.reduce((h, p) => h.update(p),
	createHash("sha256")).digest();

// JavaScript sorts names and writes numbers as RFC 8785 wants it.
export function canonical(v)
{
	if (Array.isArray(v))
		return `[${v.map(canonical).join(",")}]`;
	if (v !== null && typeof v === "object")
		return `{${Object.keys(v).sort().map((k) =>
			`${JSON.stringify(k)}:${canonical(v[k])}`).join(",")}}`;
	return JSON.stringify(v);
}

const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
export function base58(text)
{
	if (text[0] !== "z")
		throw new Error("not base58btc");
	let n = 0n, zeros = 0;
	for (const c of text.slice(1))
		n = n * 58n + BigInt(alphabet.indexOf(c));
	while (text[1 + zeros] === "1")
		zeros++;
	const hex = n === 0n ? "" : n.toString(16);
	return Buffer.concat([Buffer.alloc(zeros),
		Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex")]);
}

// An Ed25519 key from its Multikey, as node wants it.
export function publicKey(multikey)
{
	const bytes = base58(multikey);
	if (bytes.length !== 34 || bytes[0] !== 0xed || bytes[1] !== 1)
		throw new Error("not an Ed25519 key");
	return createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519",
		x: bytes.subarray(2).toString("base64url") } });
}

// Whether the proof of a credential is that of one of the keys.
export function proven(credential, keys)
{
	const { proof, ...bare } = credential;
	const { proofValue, ...options } = proof;
	const method = keys.verificationMethod.find((m) =>
		m.id === proof.verificationMethod);
	if (proof.cryptosuite !== "eddsa-jcs-2022" || !method ||
	    proof.type !== "DataIntegrityProof" ||
	    proof.proofPurpose !== "assertionMethod" ||
	    !keys.assertionMethod.includes(method.id))
		return false;
	return check(null, Buffer.concat([sha256(canonical(options)),
		sha256(canonical(bare))]), publicKey(method.publicKeyMultibase),
	base58(proofValue));
}

// The bit of a credential in its signed status list.
export function statusBit(list, index)
{
	const bits = gunzipSync(Buffer.from(
		list.credentialSubject.encodedList.slice(1), "base64url"));
	return (bits[index >> 3] >> (7 - index % 8)) & 1;
}

export const leaf = (entry) => sha256(Buffer.of(0), entry);
const node = (l, r) => sha256(Buffer.of(1), l, r);

// The root over all leaves, by the definition of RFC 6962, section 2.1.
export function rootOf(leaves)
{
	if (leaves.length === 0)
		return sha256();
	if (leaves.length === 1)
		return leaves[0];
	let k = 1;
	while (k * 2 < leaves.length)
		k *= 2;
	return node(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

// Does the path lead from leaf n of `size` to the root?  By recursion.
export function included(hash, n, size, path, root)
{
	const climb = (n, size, path) => {
		if (size === 1)
			return path.length ? null : hash;
		let k = 1;
		while (k * 2 < size)
			k *= 2;
		const other = path.at(-1), below = path.slice(0, -1);
		if (!other)
			return null;
		const own = n < k ? climb(n, k, below) : climb(n - k, size - k, below);
		return own && (n < k ? node(own, other) : node(other, own));
	};
	return climb(n, size, path)?.equals(root) ?? false;
}

// Is the tree over m leaves the beginning of that over n?  By recursion: gives
// both roots that the path implies.
export function consistent(m, n, path, first, second)
{
	const roots = (m, n, whole, path) => {
		if (m === n) {
			if (whole)
				return path.length ? null : [first, first];
			return path.length === 1 ? [path[0], path[0]] : null;
		}
		let k = 1;
		while (k * 2 < n)
			k *= 2;
		const other = path.at(-1), below = path.slice(0, -1);
		if (!other)
			return null;
		if (m <= k) {
			const r = roots(m, k, whole, below);
			return r && [r[0], node(r[1], other)];
		}
		const r = roots(m - k, n - k, false, below);
		return r && [node(other, r[0]), node(other, r[1])];
	};
	const r = m > 0 && m <= n ? roots(m, n, true, path) : null;
	return r !== null && r[0].equals(first) && r[1].equals(second);
}

// Whether a head was signed by one of the keys.
export function signedHead(head, keys)
{
	const method = keys.verificationMethod.find((m) => m.id === head.key);
	const words = `sojourn log head v1\n${head.origin}\n${head.size}\n` +
		`${head.root}\n${head.at}\n`;
	return Boolean(method) && /#head-\d+$/.test(head.key) &&
		check(null, Buffer.from(words), publicKey(method.publicKeyMultibase),
			Buffer.from(head.signature, "hex"));
}

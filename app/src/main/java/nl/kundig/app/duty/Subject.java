package nl.kundig.app.duty;

/**
 * What a requirement is about, in words.
 *
 * @param kind module, training, scenario, proof or certificate
 * @param key as in forms: "module:m3"
 * @param url its page, or empty when the product has none
 */
record Subject(String kind, String title, String key, String url) {
}

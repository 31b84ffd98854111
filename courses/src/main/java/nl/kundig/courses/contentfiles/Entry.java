package nl.kundig.courses.contentfiles;

/**
 * What a file says, with the tree it was read from: to check later what only other files
 * can tell.
 *
 * @param id the file's name says the same
 */
record Entry<T>(String id, T thing, YamlNode root) {
}

/**
 * Dutch full-text search with facets over a folder: names, codes in every spelling,
 * typos, stems and descriptions. The index is derived data, to be deleted and filled
 * again at any moment.
 *
 * <pre>
 * try (SearchIndex index = SearchIndex.open(folder)) {
 *     index.put(new SearchDocument("m3", "Signalen zien zonder stempels", text, aliases, facets));
 *     index.search(SearchRequest.text("signaal")).hits();
 * }
 * </pre>
 */
@NullMarked
package nl.kundig.searchindex;

import org.jspecify.annotations.NullMarked;

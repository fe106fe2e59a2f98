-- The parser of the text search looks for the end of a comment, and of a run of one token, from each of its places: a
-- hundred thousand characters of "<!--" or "a_a_" take it minutes. With no comment to begin and with shorter runs it is
-- linear. The same is done to a text where it is searched and marked: see server/platform/full-text.ts.
CREATE OR REPLACE FUNCTION decision_words(title TEXT, sentence TEXT, tags TEXT[], body TEXT) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector('english'::regconfig, regexp_replace(replace(left(title, 2000), '<!--', ' '), '(\S{250})', '\1 ', 'g')), 'A')
  || setweight(to_tsvector('english'::regconfig, regexp_replace(replace(left(sentence, 2000) || ' ' || left(coalesce(array_to_string(tags, ' '), ''), 4000), '<!--', ' '), '(\S{250})', '\1 ', 'g')), 'B')
  || setweight(to_tsvector('english'::regconfig, regexp_replace(replace(left(body, 200000), '<!--', ' '), '(\S{250})', '\1 ', 'g')), 'C');

DROP INDEX "Debt_words";
CREATE INDEX "Debt_words" ON "Debt" USING gin ("workspaceId", to_tsvector('simple', regexp_replace(replace("title" || ' ' || "productSentence" || ' ' || "description", '<!--', ' '), '(\S{250})', '\1 ', 'g')));

/* Written from capi/api.toml by capi/generate.py: do not edit. */
#ifndef REGELGRAF_H
#define REGELGRAF_H

/**
 * @file
 * @ingroup capi
 * @brief regelgraf's C ABI: who decides, and what breaks, in a municipality's governance chain.
 *
 * The treaty, in nine rules:
 *
 *  1. Handles are opaque and typed. No struct crosses the border; neither does an exception.
 *  2. Every function that can fail returns an rg_status and takes `rg_error **error` last. `error`
 *     may be NULL. On failure it receives a new error object, freed with rg_error_free(); on RG_OK
 *     it is set to NULL. Nothing is remembered between calls and nothing depends on the calling
 *     thread.
 *  3. A fact about the data ("nobody decides", "nothing breaks", "may not") is an answer, not a
 *     status.
 *  4. An `out` handle is new and the caller's: free it with the `_free` of its type. It is set to
 *     NULL on failure. Every `_free` takes the address of the handle and sets the handle to NULL,
 *     so that a second call does nothing; NULL as the address or the handle is fine. Nothing is
 *     ever released with C's free().
 *  5. A result keeps what it came from alive: handles may be freed in any order.
 *  6. Text in is UTF-8: pointer and length in bytes; RG_NUL_TERMINATED as length means "up to the
 *     NUL". Text out is UTF-8, borrowed, NUL-terminated, and lives as long as the handle it came
 *     from; `length` may be NULL. A text that is not there is NULL with length 0.
 *  7. Models and results never change: any number of threads may use one handle at once. Freeing a
 *     handle while another thread uses it is the caller's mistake. Questions (rg_question), limits
 *     and sessions belong to one thread at a time; rg_cancel_trigger() may come from any.
 *  8. The library never prints, aborts, reads a calendar or a locale, keeps global state or starts
 *     threads. A clock is looked at only to keep the limits that a call was given.
 *  9. Functions and status values are added, never changed; `@since` says when. What is
 *     experimental may still go: capi/POLICY.md.
 */

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define RG_CALL __cdecl
#if defined(RG_STATIC) /* linked in, no DLL: the host's to define */
#define RG_API
#elif defined(RG_BUILDING)
#define RG_API __declspec(dllexport)
#else
#define RG_API __declspec(dllimport)
#endif
#else
/** Calling convention of every function. */
#define RG_CALL
/** Marks what the library exports. */
#define RG_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- Version --------------------------------------------------------------------------------- */

/** The ABI this header describes. A binding compares it with rg_abi_version() when it loads. */
#define RG_ABI_VERSION 2

/** Version of the library, as "0.1.0". Static. @since 0.1 */
RG_API const char* RG_CALL rg_version(void);

/** ABI of the library. @since 0.1 */
RG_API int32_t RG_CALL rg_abi_version(void);

/* ---- Status and error ------------------------------------------------------------------------ */

/** What came of a call. Values are added, never renumbered. */
typedef int32_t rg_status;
enum {
  RG_OK = 0,
  RG_INVALID_ARGUMENT = 1, /**< NULL where a value is required, text that is not UTF-8, a length
                                that cannot be. */
  RG_INVALID_QUESTION = 2, /**< The question has not the documented form. */
  RG_UNKNOWN_ELEMENT = 3,  /**< An id that the model does not have; the message names the
                                nearest. */
  RG_WRONG_TYPE = 4,       /**< A fact's value is not of the fact's type. */
  RG_INVALID_MODEL = 5,    /**< The input is no model: see rg_error_finding_count(). */
  RG_UNREADABLE = 6,       /**< A file cannot be read. */
  RG_PERSONAL_DATA = 7,    /**< Text that looks like a CPR number; it is not repeated. */
  RG_TOO_LARGE = 8,        /**< Over a stated limit. */
  RG_CANCELLED = 9,        /**< Stopped by the caller. */
  RG_OUT_OF_MEMORY = 10,
  RG_INTERNAL = 11 /**< A defect in regelgraf: please report it, with the message. */
};

/** Length of a text that ends with a NUL. */
#define RG_NUL_TERMINATED ((size_t)-1)

/** A failure: status, one English line, and for models every finding. Immutable. */
typedef struct rg_error rg_error;

/** The status of @p error; RG_OK for NULL. @since 0.1 */
RG_API rg_status RG_CALL rg_error_status(const rg_error* error);

/** One line, without a full stop. Borrowed. "" for NULL. @since 0.1 */
RG_API const char* RG_CALL rg_error_message(const rg_error* error);

/** Which part of the question is meant, as "remove[0]". Borrowed; "" where none is. @since 0.1 */
RG_API const char* RG_CALL rg_error_at(const rg_error* error);

/** What to do about it, one English line for the host's developer or user; by status, static,
 * never NULL. "" for NULL and for RG_OK. A finding has advice of its own. @since 0.1 */
RG_API const char* RG_CALL rg_error_advice(const rg_error* error);

/** Free an error. @since 0.1 */
RG_API void RG_CALL rg_error_free(rg_error** error);

/** How many findings a refused model has; 0 for other errors. @since 0.1 */
RG_API size_t RG_CALL rg_error_finding_count(const rg_error* error);

/**
 * One finding as a JSON object: {"severity", "code", "file", "line", "column", "element", "field",
 * "text": {"da", "en"}, "advice": {"da", "en"}}; lines and columns from 1, 0 where there is none.
 * Borrowed. NULL if @p i is out of range. @since 0.1
 */
RG_API const char* RG_CALL rg_error_finding(const rg_error* error, size_t i);

/* ---- Text ------------------------------------------------------------------------------------ */

/** A text owned by the caller. */
typedef struct rg_text rg_text;

/** The bytes. Borrowed. NULL for NULL. @since 0.1 */
RG_API const char* RG_CALL rg_text_data(const rg_text* text, size_t* length);

/** Free a text. @since 0.1 */
RG_API void RG_CALL rg_text_free(rg_text** text);

/* ---- Model ----------------------------------------------------------------------------------- */

/** A frozen model. Immutable: share it between threads. */
typedef struct rg_model rg_model;

/** What a call that can take long is told about time. One thread at a time. */
typedef struct rg_limits rg_limits;

/**
 * How a model is loaded: limits, and the layers that `extends` may name. A name is looked for among
 * the layers handed over, then in the folders, then among those built into the library (`dk`). One
 * thread at a time.
 */
typedef struct rg_load_options rg_load_options;

/**
 * New options with their defaults: files up to 1 GiB, personal data refused, no layers but those
 * built in.
 * @param[out] out    new options, freed with rg_load_options_free()
 * @param[out] error  see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_load_options_new(rg_load_options** out, rg_error** error);

/** Hand over the layer @p name as text in memory (copied). RG_OK, RG_INVALID_ARGUMENT,
 * RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_load_options_add_layer(rg_load_options* options, const char* name,
                                                   size_t name_length, const char* text,
                                                   size_t text_length, rg_error** error);

/** Look for layers by name in the folder @p path too. RG_OK, RG_INVALID_ARGUMENT,
 * RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_load_options_add_folder(rg_load_options* options, const char* path,
                                                    size_t path_length, rg_error** error);

/** Most bytes of one file after unpacking. NULL is ignored. @since 0.1 */
RG_API void RG_CALL rg_load_options_set_max_bytes(rg_load_options* options, uint64_t max_bytes);

/** 1: let text pass that looks like a CPR number; 0 (default): refuse it. NULL is ignored.
 * @since 0.1 */
RG_API void RG_CALL rg_load_options_set_allow_personal_data(rg_load_options* options,
                                                            int32_t allow);

/**
 * How long loading may take, who may stop it and who wants to see it: as rg_rank() takes them. They
 * are copied: @p limits may be freed, the data of its progress callback must last as long as the
 * options. NULL: no limits. What is stopped ends with RG_CANCELLED. NULL options are ignored.
 * @since 0.1
 */
RG_API void RG_CALL rg_load_options_set_limits(rg_load_options* options, const rg_limits* limits);

/** How weighty a line of the log is. Values are added, never renumbered. */
typedef int32_t rg_log_level;
enum {
  RG_LOG_INFO = 0,    /**< What was done: a model and its layers, how many elements. */
  RG_LOG_WARNING = 1, /**< Worth a look: a finding that does not forbid the model. */
  RG_LOG_ERROR = 2    /**< A finding that forbids the model. */
};

/**
 * Told what happens while a model is made, in the calling thread.
 * @param level    how weighty
 * @param message  one English line, UTF-8, without a newline. Borrowed for the call back
 * @param data     as given to rg_load_options_set_log()
 *
 * It must return: no exception and no longjmp may leave it. It may not free what the call was
 * given.
 */
typedef void(RG_CALL* rg_log)(rg_log_level level, const char* message, void* data);

/**
 * Whom to tell what happens while models are made with these options, from level @p least on; NULL:
 * nobody, the default. @p data is handed on. The log belongs to the options: there is no other.
 * NULL options are ignored. @since 0.1, experimental
 */
RG_API void RG_CALL rg_load_options_set_log(rg_load_options* options, rg_log_level least,
                                            rg_log log, void* data);

/** Free options. @since 0.1 */
RG_API void RG_CALL rg_load_options_free(rg_load_options** options);

/**
 * Open the model file at @p path: JSON or JSON Lines, either also gzipped, with the layers it
 * extends.
 * @param[in]  path         UTF-8
 * @param[in]  path_length  bytes, or RG_NUL_TERMINATED
 * @param[in]  options      borrowed for the call; may be NULL
 * @param[out] out          new model, freed with rg_model_free()
 * @param[out] error        see rule 2; with RG_INVALID_MODEL it holds every finding
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_MODEL, RG_UNREADABLE, RG_TOO_LARGE, RG_CANCELLED,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_model_open(const char* path, size_t path_length,
                                       const rg_load_options* options, rg_model** out,
                                       rg_error** error);

/**
 * Make a model from text in memory (JSON or JSON Lines, also gzipped). As rg_model_open(); opens no
 * file but layers in folders that @p options name; layers built in are found. @since 0.1
 */
RG_API rg_status RG_CALL rg_model_from_text(const char* text, size_t text_length,
                                            const rg_load_options* options, rg_model** out,
                                            rg_error** error);

/**
 * Write a snapshot of @p model to the file at @p path, over what is there. rg_model_open() and
 * rg_model_from_text() read it back, many times faster than a model file; whatever its bytes are,
 * they give a model or RG_INVALID_MODEL.
 * @param[in]  model        borrowed for the call
 * @param[in]  path         UTF-8
 * @param[in]  path_length  bytes, or RG_NUL_TERMINATED
 * @param[out] error        see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNREADABLE (it cannot be written), RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_model_save_snapshot(const rg_model* model, const char* path,
                                                size_t path_length, rg_error** error);

/** The model's id. Borrowed. NULL for NULL. @since 0.1 */
RG_API const char* RG_CALL rg_model_id(const rg_model* model, size_t* length);

/**
 * SHA-256 of the model's canonical form, 64 hexadecimal digits. Borrowed. Worked out when it is
 * first asked for, here or by an answer in JSON (which says which model it is about), since typed
 * calls do without: linear in the model, once, in longer than it takes to load it; a snapshot has
 * it already. NULL where memory ran out. @since 0.1
 */
RG_API const char* RG_CALL rg_model_digest(const rg_model* model, size_t* length);

/** How many elements, those of all layers. 0 for NULL. @since 0.1 */
RG_API size_t RG_CALL rg_model_element_count(const rg_model* model);

/** Id of element @p i; elements are in order of id, byte for byte. Borrowed. NULL if out of
 * range. @since 0.1 */
RG_API const char* RG_CALL rg_model_element_id(const rg_model* model, size_t i, size_t* length);

/**
 * The number of an element: its place in order of id, as columns of answers give it; for an element
 * of a layer that one of the model's own `is`, that one's. It holds for this model alone.
 * @param[in]  model      borrowed for the call
 * @param[in]  id         UTF-8
 * @param[in]  id_length  bytes, or RG_NUL_TERMINATED
 * @param[out] out        the number; UINT32_MAX on failure
 * @param[out] error      see rule 2; the message names the nearest ids
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_model_find(const rg_model* model, const char* id, size_t id_length,
                                       uint32_t* out, rg_error** error);

/**
 * The ids of elements @p first, @p first + 1, ... in one call.
 * @param[in]  model    borrowed for the call
 * @param[in]  first    number of the first
 * @param[in]  count    room in @p ids and @p lengths
 * @param[out] ids      borrowed texts, each ended by a NUL; may be NULL
 * @param[out] lengths  their bytes; may be NULL
 * @return how many were written: @p count, fewer at the end; 0 for NULL
 * @since 0.1, experimental
 */
RG_API size_t RG_CALL rg_model_element_ids(const rg_model* model, size_t first, size_t count,
                                           const char** ids, size_t* lengths);

/**
 * One element as a model file has it, in canonical form.
 * @param[in]  model    borrowed for the call
 * @param[in]  element  its number, as from rg_model_find()
 * @param[out] out      a JSON object, freed with rg_text_free()
 * @param[out] error    see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT (no such number), RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_model_element_json(const rg_model* model, uint32_t element,
                                               rg_text** out, rg_error** error);

/**
 * The model's own layer as a model file: canonical JSON, layers named and not included.
 * rg_model_from_text() reads it back, with the same layers at hand. RG_OK, RG_INVALID_ARGUMENT,
 * RG_OUT_OF_MEMORY. @since 0.1
 */
RG_API rg_status RG_CALL rg_model_json(const rg_model* model, rg_text** out, rg_error** error);

/** Free a model; its answers stay valid. @since 0.1 */
RG_API void RG_CALL rg_model_free(rg_model** model);

/* ---- Edges ----------------------------------------------------------------------------------- */

/** What the elements of a model lean on, serve and use: an edge for each element that is listed.
 * Immutable. */
typedef struct rg_edges rg_edges;

/** The columns of an rg_edges. Values are added, never renumbered. */
typedef int32_t rg_edge_column;
enum {
  RG_EDGE_SOURCE = 0,      /**< Number of the element that leans on, serves or uses the other. */
  RG_EDGE_TARGET = 1,      /**< Number of the other; where a layer's element has given its place
                                to another (`is`), that one's. */
  RG_EDGE_RELATION = 2,    /**< An rg_relation. */
  RG_EDGE_REQUIREMENT = 3, /**< Which of the source's requirements, from 0; UINT32_MAX for
                                RG_RELATION_SERVES and RG_RELATION_USES. */
  RG_EDGE_AT_LEAST = 4,    /**< How many of those that the requirement lists must hold; 0 as
                                above. */
  RG_EDGE_IMPLIED = 5      /**< 1 if the requirement follows from another field, as a grant's
                                `from` and `to`; else 0. */
};

/** What an edge says. Values are added, never renumbered. */
typedef int32_t rg_relation;
enum {
  RG_RELATION_BASIS = 0,  /**< The source rests on the target as its ground. */
  RG_RELATION_NEEDS = 1,  /**< The source cannot work without. */
  RG_RELATION_SERVES = 2, /**< The target is a purpose of the source. */
  RG_RELATION_USES = 3    /**< The source uses the target and can do without. */
};

/**
 * The edges of a model: by source, of one source by requirement, then what it serves, then what it
 * uses. Linear in the model.
 * @param[in]  model  borrowed for the call
 * @param[out] out    new edges, freed with rg_edges_free()
 * @param[out] error  see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_edges_new(const rg_model* model, rg_edges** out, rg_error** error);

/** How many edges there are. 0 for NULL. @since 0.1, experimental */
RG_API size_t RG_CALL rg_edges_count(const rg_edges* edges);

/** A column of edges @p first, @p first + 1, ... into @p out with room for @p count. Returns how
 * many were written; 0 for NULL or an unknown column. @since 0.1, experimental */
RG_API size_t RG_CALL rg_edges_column(const rg_edges* edges, rg_edge_column which, size_t first,
                                      size_t count, uint32_t* out);

/** Free edges. @since 0.1, experimental */
RG_API void RG_CALL rg_edges_free(rg_edges** edges);

/* ---- Draft ----------------------------------------------------------------------------------- */

/** A model while it is being built or changed: elements of one layer by id. It may be wrong;
 * nothing can be asked of it. One thread at a time. */
typedef struct rg_draft rg_draft;

/**
 * A new draft without elements.
 * @param[in]  head         the value of `model` in a model file (FORMATS section 1), a JSON object
 *                          with `id` at least; the layers that `extends` names are loaded now
 * @param[in]  head_length  bytes, or RG_NUL_TERMINATED
 * @param[in]  options      where layers are looked for, as for rg_model_from_text(); whether
 *                          personal data is let pass, for all that is added; borrowed for the call;
 *                          may be NULL
 * @param[out] out          new draft, freed with rg_draft_free()
 * @param[out] error        see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_MODEL, RG_UNREADABLE, RG_TOO_LARGE, RG_CANCELLED,
 *         RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_draft_new(const char* head, size_t head_length,
                                      const rg_load_options* options, rg_draft** out,
                                      rg_error** error);

/**
 * A draft with the elements of the model's own layer in it, on the same layers. What is added later
 * may hold no personal data. RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_draft_from_model(const rg_model* model, rg_draft** out,
                                             rg_error** error);

/**
 * Replace the head: a new name or edition. `extends` must name what it named. On failure the draft
 * is as before. RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_MODEL, RG_OUT_OF_MEMORY. @since 0.1,
 * experimental
 */
RG_API rg_status RG_CALL rg_draft_set_head(rg_draft* draft, const char* head, size_t head_length,
                                           rg_error** error);

/**
 * Add an element, or put it in the place of the one with its id. On failure the draft is as before.
 * @param[in]  draft     changed
 * @param[in]  element   a JSON object as a model file has it; what it names need not be there yet
 * @param[in]  length    bytes, or RG_NUL_TERMINATED
 * @param[out] replaced  1 if there was one with that id, else 0; may be NULL
 * @param[out] error     see rule 2; with RG_INVALID_MODEL it holds every finding
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_MODEL (no such element can be), RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_draft_add(rg_draft* draft, const char* element, size_t length,
                                      int32_t* replaced, rg_error** error);

/**
 * Take the element @p id out of the draft. RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT (the
 * draft has none; those of layers below stay as they are), RG_OUT_OF_MEMORY. @since 0.1,
 * experimental
 */
RG_API rg_status RG_CALL rg_draft_remove(rg_draft* draft, const char* id, size_t id_length,
                                         rg_error** error);

/** How many elements the draft has, without those of layers below. 0 for NULL. @since 0.1,
 * experimental */
RG_API size_t RG_CALL rg_draft_element_count(const rg_draft* draft);

/**
 * Make a model of the draft, which stays as it is.
 * @param[in]  draft   borrowed for the call
 * @param[in]  limits  as rg_rank() takes them; borrowed for the call; may be NULL
 * @param[out] out     new model, freed with rg_model_free()
 * @param[out] error   see rule 2; with RG_INVALID_MODEL it holds every finding
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_MODEL, RG_TOO_LARGE, RG_CANCELLED,
 *         RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_draft_freeze(const rg_draft* draft, const rg_limits* limits,
                                         rg_model** out, rg_error** error);

/** Free a draft; models made of it stay. @since 0.1, experimental */
RG_API void RG_CALL rg_draft_free(rg_draft** draft);

/* ---- Ask: JSON in, JSON out ------------------------------------------------------------------ */

/**
 * Ask any question the library answers, as one JSON object (FORMATS section 2).
 *
 * What cannot be put is answered too, with `error` in the answer: the status is RG_OK. The same
 * question on the same model gives the same bytes. RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY.
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_ask(const rg_model* model, const char* question, size_t question_length,
                                rg_text** out, rg_error** error);

/* ---- Limits ---------------------------------------------------------------------------------- */

/** A switch that ends calls, thrown from any thread. */
typedef struct rg_cancel rg_cancel;

/** A new switch. Freed with rg_cancel_free(). RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY.
 * @since 0.1 */
RG_API rg_status RG_CALL rg_cancel_new(rg_cancel** out, rg_error** error);

/** End the calls that were given this switch, now and later: they return RG_CANCELLED. From any
 * thread, at any time. For good: make a new one. NULL is ignored. @since 0.1 */
RG_API void RG_CALL rg_cancel_trigger(rg_cancel* cancel);

/** 1 if it was thrown, else 0. From any thread. @since 0.1 */
RG_API int32_t RG_CALL rg_cancel_is_triggered(const rg_cancel* cancel);

/** Free a switch. Limits that name it keep what they need of it. @since 0.1 */
RG_API void RG_CALL rg_cancel_free(rg_cancel** cancel);

/**
 * Told how far a call has come, in the calling thread, some ten times a second at most.
 * @param stage  what is going on, as "rank": a stable word. Borrowed for the call back.
 * @param done   of @p total, in units of the stage; never falls within one stage
 * @param total  0: not known
 * @param data   as given to rg_limits_set_progress()
 * @return 0 ends the call with RG_CANCELLED; anything else lets it go on
 *
 * It must return: no exception and no longjmp may leave it. It may ask the same model, and may not
 * free what the call was given.
 */
typedef int32_t(RG_CALL* rg_progress)(const char* stage, uint64_t done, uint64_t total, void* data);

/** New limits that set none. Freed with rg_limits_free(). RG_OK, RG_INVALID_ARGUMENT,
 * RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_limits_new(rg_limits** out, rg_error** error);

/** Calls end when @p cancel is thrown; NULL: none. NULL limits are ignored. @since 0.1 */
RG_API void RG_CALL rg_limits_set_cancel(rg_limits* limits, const rg_cancel* cancel);

/**
 * Seconds from the start of each call, by a monotonic clock; finite, from 0 (which stops at the
 * first look). When they are up, questions that can (rank) answer what they have and are not
 * complete; others end with RG_CANCELLED. RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1
 */
RG_API rg_status RG_CALL rg_limits_set_seconds(rg_limits* limits, double seconds, rg_error** error);

/** Whom to tell; NULL: nobody. @p data is handed on. NULL limits are ignored. @since 0.1 */
RG_API void RG_CALL rg_limits_set_progress(rg_limits* limits, rg_progress progress, void* data);

/** Free limits. @since 0.1 */
RG_API void RG_CALL rg_limits_free(rg_limits** limits);

/**
 * As rg_ask(), within @p limits. To cancel is the caller's doing and no answer: the status is
 * RG_CANCELLED, and there is no text. `seconds` in the question and in the limits: whichever is
 * less.
 * @param[in]  model            borrowed for the call
 * @param[in]  question         as for rg_ask()
 * @param[in]  question_length  bytes, or RG_NUL_TERMINATED
 * @param[in]  limits           borrowed for the call; may be NULL
 * @param[out] out              the answer, freed with rg_text_free()
 * @param[out] error            see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_ask_limited(const rg_model* model, const char* question,
                                        size_t question_length, const rg_limits* limits,
                                        rg_text** out, rg_error** error);

/* ---- What breaks ----------------------------------------------------------------------------- */

/** Which bound of a figure. */
typedef int32_t rg_bound;
enum { RG_LOW = 0, RG_LIKELY = 1, RG_HIGH = 2 };

/** The answer to rg_what_breaks() or rg_what_if(). Immutable. */
typedef struct rg_breaks rg_breaks;

/** The lists of an rg_breaks; each in order of id. Values are added, never renumbered. */
typedef int32_t rg_breaks_list;
enum {
  RG_BREAKS_REMOVED = 0,
  RG_BREAKS_LAPSED = 1,       /**< Lost their legal ground. */
  RG_BREAKS_BROKEN = 2,       /**< Can no longer work. */
  RG_BREAKS_UNMET_DUTIES = 3, /**< The alarm. */
  RG_BREAKS_REDUNDANT = 4,
  RG_BREAKS_PURPOSELESS = 5,
  RG_BREAKS_WEAKENED = 6,
  RG_BREAKS_AFFECTED = 7,
  RG_BREAKS_REVIVED = 8,
  RG_BREAKS_UNEXAMINED = 9, /**< Not empty: nobody may read "nothing breaks". */
  RG_BREAKS_INVOLVEMENTS_GONE = 10,
  RG_BREAKS_ADDED = 11,       /**< Of rg_what_if(), as all below; else empty. */
  RG_BREAKS_CHANGED = 12,     /**< Given other fields. */
  RG_BREAKS_STANDS_ANEW = 13, /**< Stand now and did not before. */
  RG_BREAKS_STANDS_NOT = 14   /**< Added or changed, and do not stand. */
};

/**
 * What breaks if these elements are removed? Meaning, order and cost are those of
 * regelgraf::what_breaks().
 * @param[in]  model   borrowed for the call; the answer keeps it alive
 * @param[in]  ids     @p count NUL-terminated ids; repeats count once; may be NULL if count is 0
 * @param[in]  count   how many ids
 * @param[in]  within  a unit, NUL-terminated; NULL or "": everywhere
 * @param[in]  date    YYYY-MM-DD, NUL-terminated; NULL or "": the model's last state
 * @param[out] out     new answer, freed with rg_breaks_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_what_breaks(const rg_model* model, const char* const* ids, size_t count,
                                        const char* within, const char* date, rg_breaks** out,
                                        rg_error** error);

/**
 * What follows if elements are removed, added and given other fields, all at once? Meaning, order
 * and cost are those of regelgraf::what_if(): linear in the model, which is frozen anew.
 * @param[in]  model          borrowed for the call; the answer keeps it alive
 * @param[in]  change         JSON, UTF-8: {"remove"?: [ids], "add"?: [elements as in a model file],
 *                            "change"?: {"id": {fields; null takes one away}}, "within"?, "date"?}
 * @param[in]  change_length  bytes, or RG_NUL_TERMINATED
 * @param[out] out            new answer, freed with rg_breaks_free()
 * @param[out] error          see rule 2; with RG_INVALID_MODEL it holds every finding about what is
 *                            added and changed, `file` being its place, as "add[0]"
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_INVALID_MODEL,
 *         RG_PERSONAL_DATA, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_what_if(const rg_model* model, const char* change, size_t change_length,
                                    rg_breaks** out, rg_error** error);

/** How many elements @p list has; 0 is a full answer. 0 for NULL or an unknown list. @since 0.1 */
RG_API size_t RG_CALL rg_breaks_count(const rg_breaks* breaks, rg_breaks_list list);

/** Id of element @p i of @p list. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_breaks_id(const rg_breaks* breaks, rg_breaks_list list, size_t i,
                                        size_t* length);

/**
 * The ids of elements @p first, @p first + 1, ... of @p list in one call: borrowed texts into
 * @p ids and their bytes into @p lengths, each with room for @p count and each may be NULL. Returns
 * how many were written; 0 for NULL or an unknown list. @since 0.1, experimental
 */
RG_API size_t RG_CALL rg_breaks_ids(const rg_breaks* breaks, rg_breaks_list list, size_t first,
                                    size_t count, const char** ids, size_t* lengths);

/** The same as numbers of the model asked. 0 for an answer to rg_what_if() too, whose elements
 * are numbered by another model. @since 0.1, experimental */
RG_API size_t RG_CALL rg_breaks_elements(const rg_breaks* breaks, rg_breaks_list list, size_t first,
                                         size_t count, uint32_t* out);

/**
 * Id of element @p j of the shortest way from what was removed to element @p i of @p list, both
 * included. Borrowed. NULL past the end, for lists without derivations (removed, unmet duties,
 * affected, revived, unexamined, involvements gone, added, changed, stands anew) and out of range.
 * @since 0.1
 */
RG_API const char* RG_CALL rg_breaks_through(const rg_breaks* breaks, rg_breaks_list list, size_t i,
                                             size_t j, size_t* length);

/** Which hours. Values are added, never renumbered. */
typedef int32_t rg_breaks_figure;
enum {
  RG_BREAKS_HOURS_REMOVED = 0,   /**< A year, of what was removed and stood. */
  RG_BREAKS_HOURS_FALLEN = 1,    /**< A year, of what fell. */
  RG_BREAKS_HOURS_REDUNDANT = 2, /**< A year, of what became redundant. */
  RG_BREAKS_HOURS_ONE_OFF = 3,   /**< Once, of all three. */
  RG_BREAKS_HOURS_ADDED = 4,     /**< A year, of what stands anew. rg_what_if() alone, as below. */
  RG_BREAKS_HOURS_CHANGED = 5,   /**< Freed a year by other figures. */
  RG_BREAKS_HOURS_NET = 6        /**< Freed a year in all. */
};

/** Hours. 0 where there is no such figure, and for NULL. @since 0.1 */
RG_API double RG_CALL rg_breaks_hours(const rg_breaks* breaks, rg_breaks_figure figure,
                                      rg_bound which);

/** The whole answer as JSON, the bytes that rg_ask() gives for the same question with detail
 * "full" and without an id. RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_breaks_json(const rg_breaks* breaks, rg_text** out, rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_breaks_free(rg_breaks** breaks);

/* ---- Removals step by step ------------------------------------------------------------------- */

/**
 * A set of removed elements that changes step by step, each at the cost of what falls or rises; at
 * every moment the answers are those of rg_what_breaks() with the same set. Keeps its model alive.
 * One thread at a time, any number of sessions over one model.
 */
typedef struct rg_session rg_session;

/**
 * A new session with nothing removed.
 * @param[in]  model   borrowed for the call; the session keeps it alive
 * @param[in]  within  a unit, NUL-terminated; NULL or "": everywhere
 * @param[in]  date    YYYY-MM-DD, NUL-terminated; NULL or "": the model's last state
 * @param[out] out     new session, freed with rg_session_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_session_new(const rg_model* model, const char* within, const char* date,
                                        rg_session** out, rg_error** error);

/**
 * Take out @p count elements, in one step. Repeats count once, what is out stays out, none at all
 * is a step too. On failure nothing was done. RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT,
 * RG_PERSONAL_DATA, RG_OUT_OF_MEMORY. @since 0.1
 */
RG_API rg_status RG_CALL rg_session_remove(rg_session* session, const char* const* ids,
                                           size_t count, rg_error** error);

/** Put one element back: a step, without effect where it is not out. As rg_session_remove().
 * @since 0.1 */
RG_API rg_status RG_CALL rg_session_restore(rg_session* session, const char* id, rg_error** error);

/** Take back the last step that was not taken back. @p undone (may be NULL): 1, or 0 where there
 * was none. RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_session_undo(rg_session* session, int32_t* undone, rg_error** error);

/** Take back all steps. RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_session_clear(rg_session* session, rg_error** error);

/** Does this element stand now? @p out: 1 or 0. RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT,
 * RG_PERSONAL_DATA, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_session_stands(const rg_session* session, const char* id, int32_t* out,
                                           rg_error** error);

/** How many stood, stand no longer, and were not removed. RG_OK, RG_INVALID_ARGUMENT,
 * RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_session_fallen_count(rg_session* session, size_t* out,
                                                 rg_error** error);

/** Id of the @p i th of them, in order of id. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_session_fallen_id(rg_session* session, size_t i, size_t* length);

/**
 * Every effect, as rg_what_breaks() gives it for what is out now; stays as it is when the session
 * goes on. Freed with rg_breaks_free(). RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1
 */
RG_API rg_status RG_CALL rg_session_breaks(rg_session* session, rg_breaks** out, rg_error** error);

/** Free a session. @since 0.1 */
RG_API void RG_CALL rg_session_free(rg_session** session);

/* ---- Burden, why, check ---------------------------------------------------------------------- */

/** The answer to rg_burden_by(). Immutable. */
typedef struct rg_burden rg_burden;

/** A figure of a group of an rg_burden. */
typedef int32_t rg_burden_figure_kind;
enum {
  RG_BURDEN_HOURS = 0,   /**< Hours a year. */
  RG_BURDEN_ONE_OFF = 1, /**< Hours once. */
  RG_BURDEN_SURPLUS = 2  /**< Hours a year above the law's minimum. */
};

/** The number of the group that holds everything once. */
#define RG_BURDEN_TOTAL ((size_t)-1)

/**
 * How many hours do rules and tasks cost, by what? Meaning, order and cost are those of
 * regelgraf::burden().
 * @param[in]  model   borrowed for the call; the answer keeps it alive
 * @param[in]  by      "tier", "instrument", "issuer", "matter" or "actor", NUL-terminated
 * @param[in]  within  a unit, NUL-terminated; NULL or "": everywhere
 * @param[in]  date    YYYY-MM-DD, NUL-terminated; NULL or "": the model's last state
 * @param[out] out     new answer, freed with rg_burden_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_burden_by(const rg_model* model, const char* by, const char* within,
                                      const char* date, rg_burden** out, rg_error** error);

/** How many groups; the total is not among them. 0 for NULL. @since 0.1 */
RG_API size_t RG_CALL rg_burden_group_count(const rg_burden* burden);

/** What group @p group is for: a tier, an instrument or an id. Borrowed. NULL for the last group
 * where it holds what belongs nowhere, for the total, and if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_burden_key(const rg_burden* burden, size_t group, size_t* length);

/** A figure of a group or of RG_BURDEN_TOTAL, in hours. 0 if anything is out of range.
 * @since 0.1 */
RG_API double RG_CALL rg_burden_figure(const rg_burden* burden, size_t group,
                                       rg_burden_figure_kind figure, rg_bound bound);

/** How many elements were counted in a group or RG_BURDEN_TOTAL. 0 if out of range. @since 0.1 */
RG_API size_t RG_CALL rg_burden_element_count(const rg_burden* burden, size_t group);

/** Id of element @p i of a group, in order of id. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_burden_element(const rg_burden* burden, size_t group, size_t i,
                                             size_t* length);

/** The whole answer as JSON, the bytes that rg_ask() gives for the same question without an id.
 * RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_burden_json(const rg_burden* burden, rg_text** out, rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_burden_free(rg_burden** burden);

/** The answer to rg_why(). Immutable. */
typedef struct rg_reasons rg_reasons;

/** Where a rule comes from; values are added, never renumbered. */
typedef int32_t rg_origin;
enum {
  RG_ORIGIN_AGREED = 0,
  RG_ORIGIN_STATE = 1,
  RG_ORIGIN_REQUIRED = 2,
  RG_ORIGIN_ONE_OF_SEVERAL = 3,
  RG_ORIGIN_ALLOWED = 4,
  RG_ORIGIN_HOME_MADE = 5,
  RG_ORIGIN_UNKNOWN = 6
};

/** What may be claimed of an element. */
typedef int32_t rg_claim_kind;
enum { RG_CLAIM_ORIGIN = 0, RG_CLAIM_ISSUER = 1, RG_CLAIM_HOURS = 2 };

/** A claim held against the model. */
typedef int32_t rg_claim;
enum {
  RG_CLAIM_NONE = 0, /**< Nobody claims anything. */
  RG_CLAIM_AGREES = 1,
  RG_CLAIM_OPEN = 2, /**< The model has nothing to hold it against. */
  RG_CLAIM_CONTRADICTED = 3
};

/** The lists of an rg_reasons; each in order of id. */
typedef int32_t rg_reasons_list;
enum {
  RG_REASONS_ISSUERS = 0,
  RG_REASONS_REQUIRED_BY = 1, /**< Duties that are unmet without it. */
  RG_REASONS_USED_BY = 2
};

/** The paths up of an rg_reasons. */
typedef int32_t rg_reasons_way;
enum { RG_REASONS_GROUND = 0, RG_REASONS_PURPOSE = 1 };

/**
 * Why is this element there? Meaning, order and cost are those of regelgraf::why().
 * @param[in]  model    borrowed for the call; the answer keeps it alive
 * @param[in]  element  id, NUL-terminated
 * @param[in]  date     YYYY-MM-DD, NUL-terminated; NULL or "": the model's last state
 * @param[out] out      new answer, freed with rg_reasons_free()
 * @param[out] error    see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_why(const rg_model* model, const char* element, const char* date,
                                rg_reasons** out, rg_error** error);

/** 1 where it stands on the day asked about, else 0. @since 0.1 */
RG_API int32_t RG_CALL rg_reasons_stands(const rg_reasons* reasons);

/** Its origin, computed from the graph; RG_ORIGIN_UNKNOWN for NULL. @since 0.1 */
RG_API rg_origin RG_CALL rg_reasons_origin(const rg_reasons* reasons);

/** Whether the model bears out a claim; RG_CLAIM_NONE for NULL or an unknown kind. @since 0.1 */
RG_API rg_claim RG_CALL rg_reasons_claim(const rg_reasons* reasons, rg_claim_kind kind);

/** How many elements @p list has. 0 for NULL or an unknown list. @since 0.1 */
RG_API size_t RG_CALL rg_reasons_count(const rg_reasons* reasons, rg_reasons_list list);

/** Id of element @p i of @p list. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_reasons_id(const rg_reasons* reasons, rg_reasons_list list, size_t i,
                                         size_t* length);

/** How many paths lead up. 0 for NULL or an unknown way. @since 0.1 */
RG_API size_t RG_CALL rg_reasons_path_count(const rg_reasons* reasons, rg_reasons_way way);

/** How many elements path @p path has, the one asked about first. 0 if out of range. @since 0.1 */
RG_API size_t RG_CALL rg_reasons_path_length(const rg_reasons* reasons, rg_reasons_way way,
                                             size_t path);

/** Id of element @p i of a path. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_reasons_path_id(const rg_reasons* reasons, rg_reasons_way way,
                                              size_t path, size_t i, size_t* length);

/** Hours a year above the law's minimum. 0 for NULL or an unknown bound. @since 0.1 */
RG_API double RG_CALL rg_reasons_surplus(const rg_reasons* reasons, rg_bound bound);

/** As rg_burden_json(). @since 0.1 */
RG_API rg_status RG_CALL rg_reasons_json(const rg_reasons* reasons, rg_text** out,
                                         rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_reasons_free(rg_reasons** reasons);

/** The answer to rg_check(), or what was found in a table. Immutable. */
typedef struct rg_findings rg_findings;

/** How much a finding weighs. */
typedef int32_t rg_severity;
enum { RG_SEVERITY_ERROR = 0, RG_SEVERITY_WARNING = 1, RG_SEVERITY_NOTE = 2 };

/** The language of a text. */
typedef int32_t rg_language;
enum { RG_DANISH = 0, RG_ENGLISH = 1 };

/**
 * What in the model is worth a look? Meaning, codes, order and cost are those of
 * regelgraf::check().
 * @param[in]  model  borrowed for the call; the answer keeps it alive
 * @param[in]  date   YYYY-MM-DD, NUL-terminated; NULL or "": the model's last state
 * @param[out] out    new answer, freed with rg_findings_free(); no findings is an answer
 * @param[out] error  see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_check(const rg_model* model, const char* date, rg_findings** out,
                                  rg_error** error);

/** How many findings. 0 for NULL. @since 0.1 */
RG_API size_t RG_CALL rg_findings_count(const rg_findings* findings);

/** How much finding @p i weighs; RG_SEVERITY_NOTE if out of range. @since 0.1 */
RG_API rg_severity RG_CALL rg_findings_severity(const rg_findings* findings, size_t i);

/** Its code, as "dead_rule". Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_findings_code(const rg_findings* findings, size_t i, size_t* length);

/** Id of the element it is about; "" where it is about none. Borrowed. NULL if out of range.
 * @since 0.1 */
RG_API const char* RG_CALL rg_findings_element(const rg_findings* findings, size_t i,
                                               size_t* length);

/** What it says, one line. Borrowed. NULL if out of range or the language is unknown. @since 0.1 */
RG_API const char* RG_CALL rg_findings_text(const rg_findings* findings, size_t i,
                                            rg_language language, size_t* length);

/** The line of a table that it is about, from 1; 0 where it is about none, as in rg_check().
 * @since 0.1 */
RG_API size_t RG_CALL rg_findings_line(const rg_findings* findings, size_t i);

/** Where in that line the cell begins, in bytes from 1; 0 as above. @since 0.1 */
RG_API size_t RG_CALL rg_findings_column(const rg_findings* findings, size_t i);

/** The field meant; in a table the head of the column. "" where none is. Borrowed. NULL if out
 * of range. @since 0.1 */
RG_API const char* RG_CALL rg_findings_field(const rg_findings* findings, size_t i, size_t* length);

/** What would help, one line; "" where there is nothing to say. Borrowed. NULL as
 * rg_findings_text(). @since 0.1 */
RG_API const char* RG_CALL rg_findings_advice(const rg_findings* findings, size_t i,
                                              rg_language language, size_t* length);

/** As rg_burden_json(). Of a table: {"import" or "export": "delegation-plan", "model": {"id",
 * "digest"}, "findings": [as rg_error_finding()]}. @since 0.1 */
RG_API rg_status RG_CALL rg_findings_json(const rg_findings* findings, rg_text** out,
                                          rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_findings_free(rg_findings** findings);

/* ---- Delegation plans ------------------------------------------------------------------------ */

/** What the table of a plan does not say about itself. One thread at a time. */
typedef struct rg_plan_options rg_plan_options;

/** What rg_plan_options_set() sets. Values are added, never renumbered. */
typedef int32_t rg_plan_option;
enum {
  RG_PLAN_NAME_DA = 0, /**< The plan's name in Danish. */
  RG_PLAN_NAME_EN = 1, /**< In English. */
  RG_PLAN_EXTENDS = 2, /**< A layer the model stands on, by name or path; once for each. */
  RG_PLAN_BASIS = 3,   /**< Id of a rule in a layer that the plan rests on; once for each. */
  RG_PLAN_FROM = 4,    /**< YYYY-MM-DD: the first day on which the plan applies. */
  RG_PLAN_UNTIL = 5,   /**< YYYY-MM-DD: the first day on which it no longer does. */
  RG_PLAN_MAPPING = 6, /**< JSON: what the table calls its columns and marks, as
                            regelgraf::plan_mapping() has it. */
  RG_PLAN_COUNCIL = 7, /**< Head of the council's column, or its name where it has none. */
  RG_PLAN_OWNER = 8    /**< Head of the committee whose own plan it is. */
};

/**
 * New options for a plan whose model has this id.
 * @param[in]  id     NUL-terminated, 1 to 60 bytes; the ids of rows begin with it
 * @param[out] out    new options, freed with rg_plan_options_free()
 * @param[out] error  see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_plan_options_new(const char* id, rg_plan_options** out,
                                             rg_error** error);

/**
 * Set an option from a NUL-terminated text (copied). RG_OK, RG_INVALID_ARGUMENT,
 * RG_INVALID_QUESTION (no day, or no mapping), RG_PERSONAL_DATA, RG_TOO_LARGE, RG_OUT_OF_MEMORY.
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_plan_options_set(rg_plan_options* options, rg_plan_option option,
                                             const char* value, rg_error** error);

/** Free options. @since 0.1 */
RG_API void RG_CALL rg_plan_options_free(rg_plan_options** options);

/**
 * Make a model of the delegation plan at @p path (CSV with semicolons, UTF-8). What each cell
 * means, and every finding, is that of regelgraf::read_plan_text().
 * @param[in]  path           UTF-8
 * @param[in]  path_length    bytes, or RG_NUL_TERMINATED
 * @param[in]  folder         where layers named by a path stand; NULL: beside the table
 * @param[in]  folder_length  bytes, or RG_NUL_TERMINATED
 * @param[in]  options        borrowed for the call
 * @param[in]  load           limits and layers, borrowed for the call; may be NULL
 * @param[out] out            new model, freed with rg_model_free()
 * @param[out] findings       what in the table is worth a look, freed with rg_findings_free(); none
 *                            is an answer too; may be NULL
 * @param[out] error          see rule 2; with RG_INVALID_MODEL it holds every finding
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION (the id), RG_INVALID_MODEL,
 *         RG_UNREADABLE, RG_TOO_LARGE, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_plan_open(const char* path, size_t path_length, const char* folder,
                                      size_t folder_length, const rg_plan_options* options,
                                      const rg_load_options* load, rg_model** out,
                                      rg_findings** findings, rg_error** error);

/** Make a model of a delegation plan in memory. As rg_plan_open(); layers named by a path are
 * those that @p load hands over by that name. @since 0.1 */
RG_API rg_status RG_CALL rg_plan_from_text(const char* text, size_t text_length,
                                           const rg_plan_options* options,
                                           const rg_load_options* load, rg_model** out,
                                           rg_findings** findings, rg_error** error);

/**
 * The authority of a model as the table people know. Rows, order and findings are those of
 * regelgraf::plan_table().
 * @param[in]  model     borrowed for the call
 * @param[out] out       the table, freed with rg_text_free()
 * @param[out] findings  what the table cannot say, freed with rg_findings_free(); may be NULL
 * @param[out] error     see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION (no delegation plan, or several),
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_plan_table(const rg_model* model, rg_text** out, rg_findings** findings,
                                       rg_error** error);

/* ---- Cuts ------------------------------------------------------------------------------------ */

/** The answer to rg_cuts(). Immutable. */
typedef struct rg_cut_sets rg_cut_sets;

/** What the sets are to do to the element. */
typedef int32_t rg_cuts_to;
enum {
  RG_CUTS_BREAK = 0,  /**< Removed, they fell it. */
  RG_CUTS_RESTORE = 1 /**< Put in force, they make it stand. */
};

/**
 * The minimal sets of elements that fell an element if they go, or make it stand if they are put in
 * force. Meaning, order and cost are those of regelgraf::cuts().
 * @param[in]  model    borrowed for the call; the answer keeps it alive
 * @param[in]  element  an id, NUL-terminated
 * @param[in]  to       RG_CUTS_BREAK or RG_CUTS_RESTORE
 * @param[in]  at_most  so many sets at most; 0: 100
 * @param[in]  seconds  stop after so many with what was found; negative: no limit
 * @param[in]  date     YYYY-MM-DD, NUL-terminated; NULL or "": the model's last state
 * @param[out] out      new answer, freed with rg_cut_sets_free()
 * @param[out] error    see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_cuts(const rg_model* model, const char* element, rg_cuts_to to,
                                 size_t at_most, double seconds, const char* date,
                                 rg_cut_sets** out, rg_error** error);

/** How many sets there are, smallest first. 0 is a full answer; 0 for NULL. @since 0.1 */
RG_API size_t RG_CALL rg_cut_sets_count(const rg_cut_sets* sets);

/** How many elements set @p i has; 0: nothing need be done, or out of range. @since 0.1 */
RG_API size_t RG_CALL rg_cut_sets_size(const rg_cut_sets* sets, size_t i);

/** Id of element @p j of set @p i. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_cut_sets_id(const rg_cut_sets* sets, size_t i, size_t j,
                                          size_t* length);

/** 1: these are all. 0: the limit or the time cut the list, there may be more; or NULL.
 * @since 0.1 */
RG_API int32_t RG_CALL rg_cut_sets_is_complete(const rg_cut_sets* sets);

/** The whole answer as JSON, the bytes that rg_ask() gives for the same question without an id.
 * RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_cut_sets_json(const rg_cut_sets* sets, rg_text** out, rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_cut_sets_free(rg_cut_sets** sets);

/* ---- Rank ------------------------------------------------------------------------------------ */

/** The answer to rg_rank(). Immutable. */
typedef struct rg_ranking rg_ranking;

/** What elements are put in order by, most first. Values are added, never renumbered. */
typedef int32_t rg_rank_by;
enum { RG_RANK_BY_BREAKS = 0, RG_RANK_BY_HOURS = 1, RG_RANK_BY_DUTIES = 2 };

/**
 * How much falls with each element if it alone is removed? Meaning, order and cost are those of
 * regelgraf::rank().
 * @param[in]  model   borrowed for the call; the answer keeps it alive
 * @param[in]  by      the figure that orders
 * @param[in]  top     how many are listed; 0: all
 * @param[in]  among   @p count NUL-terminated ids to look at; repeats count once. NULL: all that
 *                     stand; not NULL with a count of 0: RG_INVALID_QUESTION
 * @param[in]  count   how many ids
 * @param[in]  date    YYYY-MM-DD, NUL-terminated; NULL or "": the model's last state
 * @param[in]  limits  borrowed for the call; may be NULL
 * @param[out] out     new answer, freed with rg_ranking_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_rank(const rg_model* model, rg_rank_by by, size_t top,
                                 const char* const* among, size_t count, const char* date,
                                 const rg_limits* limits, rg_ranking** out, rg_error** error);

/** How many elements are listed. 0 for NULL. @since 0.1 */
RG_API size_t RG_CALL rg_ranking_count(const rg_ranking* ranking);

/** 1 if all were looked at; 0 if the time ran out, and for NULL. @since 0.1 */
RG_API int32_t RG_CALL rg_ranking_is_complete(const rg_ranking* ranking);

/** Id of element @p i, most first. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_ranking_id(const rg_ranking* ranking, size_t i, size_t* length);

/** How many others would fall. 0 if out of range. @since 0.1 */
RG_API uint32_t RG_CALL rg_ranking_breaks(const rg_ranking* ranking, size_t i);

/** How many duties would be unmet. 0 if out of range. @since 0.1 */
RG_API uint32_t RG_CALL rg_ranking_duties(const rg_ranking* ranking, size_t i);

/** Hours a year of itself and of what would fall. 0 if anything is out of range. @since 0.1 */
RG_API double RG_CALL rg_ranking_hours(const rg_ranking* ranking, size_t i, rg_bound bound);

/** A column of figures of an rg_ranking. Values are added, never renumbered. */
typedef int32_t rg_ranking_figure;
enum {
  RG_RANKING_BREAKS = 0,
  RG_RANKING_DUTIES = 1,
  RG_RANKING_HOURS_LOW = 2,
  RG_RANKING_HOURS_LIKELY = 3,
  RG_RANKING_HOURS_HIGH = 4
};

/** The numbers of elements @p first, @p first + 1, ..., most first, into @p out with room for
 * @p count. Returns how many were written; 0 for NULL. @since 0.1, experimental */
RG_API size_t RG_CALL rg_ranking_elements(const rg_ranking* ranking, size_t first, size_t count,
                                          uint32_t* out);

/** The same for a column of figures. 0 for an unknown figure too. @since 0.1, experimental */
RG_API size_t RG_CALL rg_ranking_column(const rg_ranking* ranking, rg_ranking_figure figure,
                                        size_t first, size_t count, double* out);

/** The whole answer as JSON, the bytes that rg_ask() gives for the same question without an id.
 * RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_ranking_json(const rg_ranking* ranking, rg_text** out,
                                         rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_ranking_free(rg_ranking** ranking);

/* ---- Question of authority ------------------------------------------------------------------- */

/** A question about authority, built up; keeps its model alive. One thread at a time. */
typedef struct rg_question rg_question;

/**
 * A new question: who may use @p power on @p target?
 * @param[in]  model   borrowed for the call; the question keeps it alive
 * @param[in]  power   as "repeal", NUL-terminated
 * @param[in]  target  id of what it is about, NUL-terminated
 * @param[out] out     new question, freed with rg_question_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_question_new(const rg_model* model, const char* power,
                                         const char* target, rg_question** out, rg_error** error);

/** The unit the case belongs to. RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT,
 * RG_INVALID_QUESTION (no actor), RG_PERSONAL_DATA, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_question_set_unit(rg_question* question, const char* unit,
                                              rg_error** error);

/** The day, YYYY-MM-DD. RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_OUT_OF_MEMORY.
 * @since 0.1 */
RG_API rg_status RG_CALL rg_question_set_date(rg_question* question, const char* date,
                                              rg_error** error);

/**
 * The value of a fact, by name or alias; a later value replaces an earlier. A fact that the model
 * does not know is ignored: @p known (may be NULL) receives 0, else 1. RG_OK, RG_INVALID_ARGUMENT,
 * RG_WRONG_TYPE, RG_PERSONAL_DATA, RG_OUT_OF_MEMORY. @since 0.1
 */
RG_API rg_status RG_CALL rg_question_set_number(rg_question* question, const char* fact,
                                                double value, int32_t* known, rg_error** error);

/** As rg_question_set_number(), for facts that are a yes (1) or no (0), judgements among them.
 * @since 0.1 */
RG_API rg_status RG_CALL rg_question_set_boolean(rg_question* question, const char* fact,
                                                 int32_t value, int32_t* known, rg_error** error);

/** As rg_question_set_number(), for texts and dates. @since 0.1 */
RG_API rg_status RG_CALL rg_question_set_text(rg_question* question, const char* fact,
                                              const char* value, int32_t* known, rg_error** error);

/** An actor may not take part (inhabil). As rg_question_set_unit(). @since 0.1 */
RG_API rg_status RG_CALL rg_question_add_disqualified(rg_question* question, const char* actor,
                                                      rg_error** error);

/** An actor is absent. As rg_question_set_unit(). @since 0.1 */
RG_API rg_status RG_CALL rg_question_add_absent(rg_question* question, const char* actor,
                                                rg_error** error);

/** Free a question. @since 0.1 */
RG_API void RG_CALL rg_question_free(rg_question** question);

/**
 * A new question that names neither power nor target: for rg_what_may() and rg_removal_plan(). As
 * rg_question_new(); rg_who_decides() and rg_may() answer it with RG_INVALID_QUESTION. @since 0.1
 */
RG_API rg_status RG_CALL rg_question_new_open(const rg_model* model, rg_question** out,
                                              rg_error** error);

/* ---- Who decides ----------------------------------------------------------------------------- */

/** The answer to rg_who_decides(). Immutable. */
typedef struct rg_decision rg_decision;

/** What the answer comes to. Values are added, never renumbered. */
typedef int32_t rg_verdict;
enum {
  RG_COMPETENT = 0,   /**< The first option's holder decides. */
  RG_JOINT = 1,       /**< Several together. */
  RG_CONDITIONAL = 2, /**< It depends on something the question does not tell. */
  RG_RESIDUAL = 3,    /**< Nothing specific was recorded: by general competence. */
  RG_BARRED = 4,      /**< There would be somebody but for a prohibition. */
  RG_NOBODY = 5       /**< Nobody is recorded. */
};

/** Who decides? Meaning, order and cost are those of regelgraf::who_decides(). RG_OK,
 * RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_who_decides(const rg_question* question, rg_decision** out,
                                        rg_error** error);

/** RG_NOBODY for NULL. @since 0.1 */
RG_API rg_verdict RG_CALL rg_decision_verdict(const rg_decision* decision);

/** How many options there are; best first. @since 0.1 */
RG_API size_t RG_CALL rg_decision_option_count(const rg_decision* decision);

/** How many holders option @p option lists; 0 if out of range. @since 0.1 */
RG_API size_t RG_CALL rg_decision_holder_count(const rg_decision* decision, size_t option);

/** Id of holder @p i of option @p option; by id. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_decision_holder(const rg_decision* decision, size_t option, size_t i,
                                              size_t* length);

/** How many of the holders must act together: 1 for one alone; 0 if out of range. @since 0.1 */
RG_API uint32_t RG_CALL rg_decision_jointly(const rg_decision* decision, size_t option);

/** Id of the grant of option @p option; NULL for implied authority or out of range. Borrowed.
 * @since 0.1 */
RG_API const char* RG_CALL rg_decision_grant(const rg_decision* decision, size_t option,
                                             size_t* length);

/** 1 if the option depends on something the question does not tell, else 0. @since 0.1 */
RG_API int32_t RG_CALL rg_decision_is_conditional(const rg_decision* decision, size_t option);

/** Id of the @p i th grant of the chain of option @p option, from the root; the last is its own.
 * Borrowed. NULL past the end, for implied authority or out of range. @since 0.1 */
RG_API const char* RG_CALL rg_decision_chain(const rg_decision* decision, size_t option, size_t i,
                                             size_t* length);

/** How many involvements go with option @p option, in the order in which they are due. 0 if out
 * of range. @since 0.1 */
RG_API size_t RG_CALL rg_decision_involvement_count(const rg_decision* decision, size_t option);

/** Id of the @p i th. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_decision_involvement(const rg_decision* decision, size_t option,
                                                   size_t i, size_t* length);

/** Id of the body that is to be involved. Borrowed. NULL if it could not be resolved or anything
 * is out of range. @since 0.1 */
RG_API const char* RG_CALL rg_decision_body(const rg_decision* decision, size_t option, size_t i,
                                            size_t* length);

/** 1 if the @p i th involvement applies only on something the question does not tell, else 0.
 * @since 0.1 */
RG_API int32_t RG_CALL rg_decision_involvement_depends(const rg_decision* decision, size_t option,
                                                       size_t i);

/** How many facts would settle what option @p option depends on. 0 if out of range. @since 0.1 */
RG_API size_t RG_CALL rg_decision_to_ask_count(const rg_decision* decision, size_t option);

/** Name of the @p i th such fact, by name; rg_question_set_number() and its like take it.
 * Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_decision_to_ask(const rg_decision* decision, size_t option, size_t i,
                                              size_t* length);

/** The whole answer as JSON, the bytes that rg_ask() gives for the same question without an id.
 * RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_decision_json(const rg_decision* decision, rg_text** out,
                                          rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_decision_free(rg_decision** decision);

/* ---- May ------------------------------------------------------------------------------------- */

/** Whether an actor may. Values are added, never renumbered. */
typedef int32_t rg_permission;
enum {
  RG_NO = 0,
  RG_DEPENDS = 1, /**< On others, on facts, or on how a unit distributes its work. */
  RG_YES = 2
};

/**
 * May @p actor, by itself, use the question's power on its target? Meaning and cost are those of
 * regelgraf::may(). An actor that the model does not have may do nothing: RG_NO.
 * @param[in]  question  borrowed for the call
 * @param[in]  actor     id, NUL-terminated
 * @param[out] out       the answer; RG_NO on failure
 * @param[out] error     see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION (no actor), RG_PERSONAL_DATA,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_may(const rg_question* question, const char* actor, rg_permission* out,
                                rg_error** error);

/**
 * As rg_may(), and by which grants: the chain of the actor's first option, from the root to the
 * grant that gives the authority. None for implied authority and where the actor has no option.
 * @param[in]  question  borrowed for the call
 * @param[in]  actor     id, NUL-terminated
 * @param[in]  count     room in @p grants
 * @param[out] grants    numbers of elements, as columns give them; may be NULL
 * @param[out] length    how many grants the chain has, whether there was room or not; may be NULL
 * @param[out] out       the answer; RG_NO on failure
 * @param[out] error     see rule 2
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_may_chain(const rg_question* question, const char* actor, size_t count,
                                      uint32_t* grants, size_t* length, rg_permission* out,
                                      rg_error** error);

/** As rg_may(), with the whole answer as JSON: the bytes that rg_ask() gives without an id.
 * @since 0.1 */
RG_API rg_status RG_CALL rg_may_json(const rg_question* question, const char* actor, rg_text** out,
                                     rg_error** error);

/* ---- Journal note ---------------------------------------------------------------------------- */

/**
 * The answer to rg_who_decides() as a note for a case file (`journalnotat`): question, answer,
 * facts and where they come from, the way of the authority with its grounds, who is involved and
 * until when, assumptions, what to ask, warnings, appeal, model, digest, editions and version.
 * Plain text, UTF-8, lines of at most 80 characters; the same question gives the same bytes. It
 * states authority, never whether a decision is lawful.
 * @param[in]  question  borrowed for the call
 * @param[in]  actor     id, NUL-terminated: may this actor, too? NULL or "": not asked
 * @param[in]  case_no   the host's number of the case, one line of at most 200 bytes,
 *                       NUL-terminated; NULL or "": not given
 * @param[in]  made      when the note is made: YYYY-MM-DD, or that with a time as T09:30,
 *                       NUL-terminated; NULL or "": not given. The library reads no clock
 * @param[in]  language  of the words
 * @param[in]  internal  0: elements whose `access` is internal are not named, only counted; else
 *                       they are named
 * @param[out] out       the note, freed with rg_text_free()
 * @param[out] error     see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_journal_note(const rg_question* question, const char* actor,
                                         const char* case_no, const char* made,
                                         rg_language language, int32_t internal, rg_text** out,
                                         rg_error** error);

/** As rg_journal_note(), as JSON: the bytes that rg_ask() gives without an id. @since 0.1 */
RG_API rg_status RG_CALL rg_journal_note_json(const rg_question* question, const char* actor,
                                              const char* case_no, const char* made,
                                              rg_language language, int32_t internal, rg_text** out,
                                              rg_error** error);

/**
 * The one line that agendas print, without a newline: who decides, and who recommends in route
 * order. "Beslutningskompetence: Socialudvalget. Indstilles af: Socialchefen." Parameters and
 * status as of rg_journal_note(). @since 0.1
 */
RG_API rg_status RG_CALL rg_agenda_line(const rg_question* question, rg_language language,
                                        int32_t internal, rg_text** out, rg_error** error);

/* ---- Report ---------------------------------------------------------------------------------- */

/**
 * The model as one HTML page that people read, print and hang on the wall: the chain, hours, who
 * may repeal what, alarms, and a card for every rule. It needs nothing beside itself, loads nothing
 * and sends nothing. The same model and options give the same bytes. Meaning and cost are those of
 * regelgraf::report().
 * @param[in]  model    borrowed for the call
 * @param[in]  options  JSON: {"language"?: "da" | "en", "date"?: YYYY-MM-DD, "internal"?: bool,
 *                      "review"?: object, "engine"?: base64}, NUL-terminated; NULL or "": none
 * @param[in]  limits   as rg_rank() takes them; borrowed for the call; may be NULL
 * @param[out] out      the page, freed with rg_text_free()
 * @param[out] error    see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_PERSONAL_DATA, RG_CANCELLED,
 *         RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_report(const rg_model* model, const char* options,
                                   const rg_limits* limits, rg_text** out, rg_error** error);

/* ---- What may -------------------------------------------------------------------------------- */

/** The answer to rg_what_may(). Immutable. */
typedef struct rg_powers rg_powers;

/** The lists of an rg_powers; every pair of a power and a target is in one of them. */
typedef int32_t rg_powers_list;
enum {
  RG_POWERS_MAY = 0,     /**< Alone, with nothing unknown. */
  RG_POWERS_DEPENDS = 1, /**< On others, on facts, or on how a unit distributes its work. */
  RG_POWERS_NOT = 2      /**< And why not. */
};

/** In which order the lists are. */
typedef int32_t rg_powers_by;
enum {
  RG_POWERS_BY_ID = 0,   /**< By id of the target, then by power. */
  RG_POWERS_BY_HOURS = 1 /**< Most hours a year first, then by id and power. */
};

/**
 * What may @p actor do, alone, with others or under conditions, and what not? Every pair of power
 * and target where rg_may() puts it. Meaning, order and cost are those of regelgraf::what_may(). An
 * actor that the model does not have may do nothing.
 * @param[in]  question     unit, date, facts, who is disqualified or absent; its power and target,
 *                          if it has them, are not looked at. Borrowed for the call
 * @param[in]  actor        id, NUL-terminated
 * @param[in]  powers       @p power_count NUL-terminated powers. NULL: every power that a grant
 *                          names; for rules adopt, amend, waive and repeal too, for tasks and
 *                          matters decide. Not NULL with a count of 0: RG_INVALID_QUESTION
 * @param[in]  power_count  how many powers
 * @param[in]  kinds        @p kind_count of "rule", "task", "matter". NULL: all three. Not NULL
 *                          with a count of 0: RG_INVALID_QUESTION
 * @param[in]  kind_count   how many kinds
 * @param[in]  by           the order of the lists
 * @param[in]  limits       borrowed for the call; may be NULL
 * @param[out] out          new answer, freed with rg_powers_free()
 * @param[out] error        see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_PERSONAL_DATA, RG_CANCELLED,
 *         RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_what_may(const rg_question* question, const char* actor,
                                     const char* const* powers, size_t power_count,
                                     const char* const* kinds, size_t kind_count, rg_powers_by by,
                                     const rg_limits* limits, rg_powers** out, rg_error** error);

/** How many pairs @p list has. 0 for NULL or an unknown list. @since 0.1 */
RG_API size_t RG_CALL rg_powers_count(const rg_powers* powers, rg_powers_list list);

/** 1 if all targets were looked at; 0 if the time ran out, and for NULL. @since 0.1 */
RG_API int32_t RG_CALL rg_powers_is_complete(const rg_powers* powers);

/** Id of the target of pair @p i. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_powers_target(const rg_powers* powers, rg_powers_list list, size_t i,
                                            size_t* length);

/** The power of pair @p i. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_powers_power(const rg_powers* powers, rg_powers_list list, size_t i,
                                           size_t* length);

/** Id of the grant that gives it; NULL for implied authority, in RG_POWERS_NOT, or out of range.
 * Borrowed. @since 0.1 */
RG_API const char* RG_CALL rg_powers_grant(const rg_powers* powers, rg_powers_list list, size_t i,
                                           size_t* length);

/** The reason, as the `kind` of `because` in JSON: "grant", "implied", "with", "bar", "none",
 * ... Static. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_powers_because(const rg_powers* powers, rg_powers_list list, size_t i,
                                             size_t* length);

/** Id of the element that the reason names: the bar, the grant, the unit; NULL where it names
 * none, or out of range. Borrowed. @since 0.1 */
RG_API const char* RG_CALL rg_powers_because_of(const rg_powers* powers, rg_powers_list list,
                                                size_t i, size_t* length);

/** How many others must take part. 0 if out of range. @since 0.1 */
RG_API size_t RG_CALL rg_powers_with_count(const rg_powers* powers, rg_powers_list list, size_t i);

/** Id of the @p j th of them, in order of id. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_powers_with(const rg_powers* powers, rg_powers_list list, size_t i,
                                          size_t j, size_t* length);

/** Hours a year of the target itself. 0 where nothing is known or anything is out of range.
 * @since 0.1 */
RG_API double RG_CALL rg_powers_hours(const rg_powers* powers, rg_powers_list list, size_t i,
                                      rg_bound bound);

/**
 * The numbers of the targets of pairs @p first, @p first + 1, ... of @p list into @p out with room
 * for @p count. Returns how many were written; 0 for NULL or an unknown list. @since 0.1,
 * experimental
 */
RG_API size_t RG_CALL rg_powers_targets(const rg_powers* powers, rg_powers_list list, size_t first,
                                        size_t count, uint32_t* out);

/** The same for hours a year. 0 for an unknown bound too. @since 0.1, experimental */
RG_API size_t RG_CALL rg_powers_hours_column(const rg_powers* powers, rg_powers_list list,
                                             rg_bound which, size_t first, size_t count,
                                             double* out);

/** The whole answer as JSON, the bytes that rg_ask() gives for the same question without an id.
 * RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_powers_json(const rg_powers* powers, rg_text** out, rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_powers_free(rg_powers** powers);

/* ---- Keep set -------------------------------------------------------------------------------- */

/**
 * The zero-base review: the cheapest rules of a scope to keep so that, when the rest of it goes,
 * every duty and core task that stands today stands. Meaning and cost are those of
 * regelgraf::keep_set(): exact, and exponential in the worst case. With seconds, in the question or
 * in @p limits, the best that was found, with its bound and gap, not `complete`.
 * RG_INVALID_QUESTION at `ask`: the library was built without a solver.
 * @param[in]  model            borrowed for the call
 * @param[in]  question         as for rg_ask(): {"scope": {...}, "keep"?, "objective"?, "seconds"?,
 *                              "date"?}; `ask` may be left out
 * @param[in]  question_length  bytes, or RG_NUL_TERMINATED
 * @param[in]  limits           borrowed for the call; may be NULL
 * @param[out] out              the answer as JSON, the bytes that rg_ask() gives; freed with
 *                              rg_text_free()
 * @param[out] error            see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_keep_set(const rg_model* model, const char* question,
                                     size_t question_length, const rg_limits* limits, rg_text** out,
                                     rg_error** error);

/**
 * At most so many removals from a scope that free the most hours and leave every duty and core task
 * standing. As rg_keep_set(); the question has `at_most`, and no `objective`. @since 0.1,
 * experimental
 */
RG_API rg_status RG_CALL rg_best_removals(const rg_model* model, const char* question,
                                          size_t question_length, const rg_limits* limits,
                                          rg_text** out, rg_error** error);

/* ---- Diff ------------------------------------------------------------------------------------ */

/**
 * What changed between two models, in meaning: elements, who decides what, what fell, which hours.
 * Meaning and cost are those of regelgraf::diff().
 * @param[in]  before  the earlier model, borrowed for the call
 * @param[in]  after   the later one, borrowed for the call; may be the same
 * @param[in]  date    the day, as `2026-12-31`; NULL: the last state of both
 * @param[in]  limits  borrowed for the call; may be NULL
 * @param[out] out     the answer as JSON, the bytes that rg_ask() of @p before gives where `with`
 *                     is the other; freed with rg_text_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_diff(const rg_model* before, const rg_model* after, const char* date,
                                 const rg_limits* limits, rg_text** out, rg_error** error);

/** Who decides what, before and now, as a table for the agenda: CSV with `;`, a head row, then a
 * row a matter and power. As rg_diff(); @p language of the head row, names and terms. @since 0.1 */
RG_API rg_status RG_CALL rg_diff_table(const rg_model* before, const rg_model* after,
                                       const char* date, rg_language language,
                                       const rg_limits* limits, rg_text** out, rg_error** error);

/* ---- Plan tests ------------------------------------------------------------------------------ */

/**
 * Does the model answer as a file of plan tests expects? Form, meaning and cost are those of
 * regelgraf::plan_test().
 * @param[in]  model   borrowed for the call
 * @param[in]  cases   the file's text, JSON, UTF-8
 * @param[in]  length  its bytes, or RG_NUL_TERMINATED
 * @param[out] failed  how many cases did not pass; may be NULL
 * @param[out] out     the report as JSON, freed with rg_text_free(); may be NULL
 * @param[out] error   see rule 2
 * @return RG_OK (whether they passed or not), RG_INVALID_ARGUMENT, RG_INVALID_QUESTION (the file
 *         has not the form), RG_PERSONAL_DATA, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_plan_test(const rg_model* model, const char* cases, size_t length,
                                      size_t* failed, rg_text** out, rg_error** error);

/* ---- Nominations ----------------------------------------------------------------------------- */

/**
 * What did staff hand in, and to which rules does it belong? A nomination table read, matched to
 * the rules of the model, repeats put together. Meaning and cost are those of
 * regelgraf::read_nominations() and regelgraf::match_nominations(). A table that cannot be read is
 * an answer too: it has findings of severity `error`, and no nominations.
 * @param[in]  model    borrowed for the call
 * @param[in]  table    the table's bytes; those that are not UTF-8 are a finding
 * @param[in]  length   their number, or RG_NUL_TERMINATED
 * @param[in]  options  a JSON object with any of `file`, `allow_personal_data`, `sure`, `perhaps`,
 *                      `lead`, and those of rg_qualify(); NULL: none
 * @param[in]  limits   borrowed for the call; may be NULL
 * @param[out] out      `nominations`, `clusters`, `extra` and `findings` as JSON, freed with
 *                      rg_text_free()
 * @param[out] error    see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_nominations_read(const rg_model* model, const char* table,
                                             size_t length, const char* options,
                                             const rg_limits* limits, rg_text** out,
                                             rg_error** error);

/**
 * The qualification sheet of a nomination table: a row a rule, with issuer, origin, hours, who may
 * repeal it, who is involved, what breaks and the heap it falls in. Meaning and cost are those of
 * regelgraf::qualify(). Otherwise as rg_nominations_read(); a table that cannot be read is
 * RG_INVALID_MODEL, with its findings in the error.
 * @param[in]  options  of rg_nominations_read(), and `date`, `unit`, `at_least`, `internal`,
 *                      `language`
 * @param[in]  format   `json`, `csv` or `html`
 * @param[out] out      the sheet, freed with rg_text_free()
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_INVALID_MODEL,
 *         RG_PERSONAL_DATA, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_qualify(const rg_model* model, const char* table, size_t length,
                                    const char* options, const char* format,
                                    const rg_limits* limits, rg_text** out, rg_error** error);

/* ---- How to remove --------------------------------------------------------------------------- */

/** The answer to rg_removal_plan(). Immutable. */
typedef struct rg_removal rg_removal;

/** What is to be done in a step. Values are added, never renumbered. */
typedef int32_t rg_step;
enum {
  RG_STEP_EXAMINE = 0,      /**< Look for what depends on the elements: nobody has. */
  RG_STEP_PUT_IN_PLACE = 1, /**< Give the duties what they lack. */
  RG_STEP_INVOLVE = 2,      /**< Ask or tell a body about the elements. */
  RG_STEP_DECIDE = 3,       /**< Holders decide that the elements go; no holder: no authority. */
  RG_STEP_NOTICE = 4,       /**< Let the notice run. */
  RG_STEP_TAKE_EFFECT = 5   /**< The elements are gone. */
};

/** The lists of an rg_removal beside its steps; each by id. */
typedef int32_t rg_removal_list;
enum {
  RG_REMOVAL_REMOVED = 0,      /**< What is to go, each once. */
  RG_REMOVAL_PUT_IN_PLACE = 1, /**< Duties that would be unmet. */
  RG_REMOVAL_CAN_GO_ALONG = 2  /**< Becomes redundant. */
};

/**
 * In which steps are these elements removed, and when can they be gone at the earliest? Meaning,
 * order and cost are those of regelgraf::removal_plan().
 * @param[in]  question  unit, date, facts, who is disqualified or absent; with a date it is the day
 *                       on which work begins; its power and target, if it has them, are not looked
 *                       at. Borrowed for the call
 * @param[in]  ids       @p count NUL-terminated ids; repeats count once; may be NULL if count is 0
 * @param[in]  count     how many ids
 * @param[out] out       new answer, freed with rg_removal_free()
 * @param[out] error     see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA, RG_OUT_OF_MEMORY
 * @since 0.1
 */
RG_API rg_status RG_CALL rg_removal_plan(const rg_question* question, const char* const* ids,
                                         size_t count, rg_removal** out, rg_error** error);

/** 1 if somebody has the authority over each element, else 0. @since 0.1 */
RG_API int32_t RG_CALL rg_removal_is_possible(const rg_removal* removal);

/** The day on which all can be gone, as `2026-12-31`. Borrowed. NULL without a date, or if not
 * possible. @since 0.1 */
RG_API const char* RG_CALL rg_removal_earliest(const rg_removal* removal, size_t* length);

/** Days from the begin to the last decision; after them rg_removal_months() of notice.
 * @since 0.1 */
RG_API double RG_CALL rg_removal_days(const rg_removal* removal);

/** Months of notice after the last decision. @since 0.1 */
RG_API double RG_CALL rg_removal_months(const rg_removal* removal);

/** How many elements @p list has. 0 for NULL or an unknown list. @since 0.1 */
RG_API size_t RG_CALL rg_removal_count(const rg_removal* removal, rg_removal_list list);

/** Id of element @p i of @p list. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_removal_id(const rg_removal* removal, rg_removal_list list, size_t i,
                                         size_t* length);

/** How many steps there are, in order. @since 0.1 */
RG_API size_t RG_CALL rg_removal_step_count(const rg_removal* removal);

/** What step @p i is; RG_STEP_EXAMINE if out of range. @since 0.1 */
RG_API rg_step RG_CALL rg_removal_step(const rg_removal* removal, size_t i);

/** About how many elements step @p i is. 0 if out of range. @since 0.1 */
RG_API size_t RG_CALL rg_removal_element_count(const rg_removal* removal, size_t i);

/** Id of the @p j th of them. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_removal_element(const rg_removal* removal, size_t i, size_t j,
                                              size_t* length);

/** RG_STEP_INVOLVE: id of the rule of involvement. Borrowed. Else NULL. @since 0.1 */
RG_API const char* RG_CALL rg_removal_involvement(const rg_removal* removal, size_t i,
                                                  size_t* length);

/** RG_STEP_INVOLVE: id of the body; NULL where it is not resolved. Borrowed. Else NULL.
 * @since 0.1 */
RG_API const char* RG_CALL rg_removal_body(const rg_removal* removal, size_t i, size_t* length);

/** RG_STEP_DECIDE: how many holders are listed. Else 0. @since 0.1 */
RG_API size_t RG_CALL rg_removal_holder_count(const rg_removal* removal, size_t i);

/** Id of the @p j th holder, by id. Borrowed. NULL if out of range. @since 0.1 */
RG_API const char* RG_CALL rg_removal_holder(const rg_removal* removal, size_t i, size_t j,
                                             size_t* length);

/** RG_STEP_DECIDE: how many of the holders act together. Else 0. @since 0.1 */
RG_API uint32_t RG_CALL rg_removal_jointly(const rg_removal* removal, size_t i);

/** 1 if the step depends on something that is not told, else 0. @since 0.1 */
RG_API int32_t RG_CALL rg_removal_depends(const rg_removal* removal, size_t i);

/** With a date: the day on which step @p i can be done at the earliest. Borrowed. Else NULL.
 * @since 0.1 */
RG_API const char* RG_CALL rg_removal_done(const rg_removal* removal, size_t i, size_t* length);

/** The whole answer as JSON, the bytes that rg_ask() gives for the same question without an id:
 * with the decision on each element. RG_OK, RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1 */
RG_API rg_status RG_CALL rg_removal_json(const rg_removal* removal, rg_text** out,
                                         rg_error** error);

/** Free an answer. @since 0.1 */
RG_API void RG_CALL rg_removal_free(rg_removal** removal);

/* ---- Pictures and worksheets ----------------------------------------------------------------- */

/**
 * A model, a part of it, or an answer's derivation as a picture: DOT, GraphML or Mermaid for other
 * programs, or SVG. Meaning of the request as of regelgraf::picture(): {"of": {"ask": "model" |
 * "delegation" | "what_breaks" | "who_decides" | "why", ...}, "format": "dot" | "graphml" |
 * "mermaid" | "placing" | "svg", ...}. SVG takes two calls, since where things go is worked out by
 * Graphviz, whose library keeps state that threads cannot share: `placing` gives the graph to be
 * placed, the program `dot -Tplain` places it, and `svg` with its answer in `placed` gives the
 * drawing. Equal requests give equal bytes.
 * @param[in]  model    borrowed for the call
 * @param[in]  request  JSON, NUL-terminated
 * @param[out] out      the picture, freed with rg_text_free()
 * @param[out] error    see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_WRONG_TYPE,
 *         RG_PERSONAL_DATA, RG_TOO_LARGE, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_picture(const rg_model* model, const char* request, rg_text** out,
                                    rg_error** error);

/**
 * Sheets for the table of a working group, for each of the six steps of co-created steering, filled
 * in as far as the model knows: HTML that prints on A4, without script, nothing fetched. Meaning of
 * the request as of regelgraf::worksheets(): {"unit": id, "rules"?: [id], "sheets"?: [word],
 * "step"?: 1-6, "date"?, "language"?: "da" | "en", "internal"?: bool, "as"?: "html" | "json"};
 * `html` is one page with all, `json` a list of {"sheet", "step", "file", "title", "pages",
 * "html"}.
 * @param[in]  model    borrowed for the call
 * @param[in]  request  JSON, NUL-terminated
 * @param[out] out      the sheets, freed with rg_text_free()
 * @param[out] error    see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_TOO_LARGE, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_worksheets(const rg_model* model, const char* request, rg_text** out,
                                       rg_error** error);

/* ---- Review ---------------------------------------------------------------------------------- */

/**
 * A review of a municipality's own rules as a record: one JSON document that only grows
 * (src/review/REVIEW.md). Immutable: an event gives another one. It keeps no model; each call is
 * given the one to ask.
 */
typedef struct rg_review rg_review;

/**
 * A new review about a model, from the document without rows. Meaning: regelgraf::Review::begin().
 * @param[in]  model   borrowed for the call
 * @param[in]  head    JSON, UTF-8
 * @param[in]  length  its bytes, or RG_NUL_TERMINATED
 * @param[out] out     new review, freed with rg_review_free()
 * @param[out] error   see rule 2; with RG_INVALID_MODEL it holds every finding
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_MODEL (the document has not the form, or holds
 *         personal data), RG_TOO_LARGE (more than 64 MiB), RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_review_begin(const rg_model* model, const char* head, size_t length,
                                         rg_review** out, rg_error** error);

/**
 * Reads a review. Everything that does not fit is in the error, with line and column.
 * @param[in]  text    JSON, UTF-8
 * @param[in]  length  its bytes, or RG_NUL_TERMINATED
 * @param[out] out     new review, freed with rg_review_free()
 * @param[out] error   see rule 2; with RG_INVALID_MODEL it holds every finding
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_review_read(const char* text, size_t length, rg_review** out,
                                        rg_error** error);

/** The review as canonical JSON: keys sorted, no white space, rows in their order. RG_OK,
 * RG_INVALID_ARGUMENT, RG_OUT_OF_MEMORY. @since 0.1, experimental */
RG_API rg_status RG_CALL rg_review_json(const rg_review* review, rg_text** out, rg_error** error);

/**
 * How far has it come, and what is missing before the next step? As JSON:
 * regelgraf::Review::status().
 * @param[in]  review  borrowed for the call
 * @param[in]  model   the model that the review names; borrowed for the call
 * @param[in]  date    YYYY-MM-DD, NUL-terminated; NULL: when all that has an end is over
 * @param[out] out     freed with rg_text_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION (no such day, or the review is about
 *         another model), RG_PERSONAL_DATA, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_review_status(const rg_review* review, const rg_model* model,
                                          const char* date, rg_text** out, rg_error** error);

/**
 * The review with an event in it. Where the graph speaks against it the event is refused: that is
 * an answer and no error. What comes out then says the same as @p review, and @p answer has
 * everything that is missing and who could decide instead: {"applied": false, "refused": [...]}.
 * Meaning: regelgraf::Review::apply().
 * @param[in]  review   borrowed for the call
 * @param[in]  model    the model that the review names; borrowed for the call
 * @param[in]  event    JSON, UTF-8
 * @param[in]  length   its bytes, or RG_NUL_TERMINATED
 * @param[out] applied  1 if the event is in what came out, 0 if it was refused; may be NULL
 * @param[out] out      new review, freed with rg_review_free()
 * @param[out] answer   freed with rg_text_free(); may be NULL
 * @param[out] error    see rule 2; with RG_INVALID_MODEL it holds every finding
 * @return RG_OK (applied or refused), RG_INVALID_ARGUMENT, RG_INVALID_QUESTION (the review is about
 *         another model), RG_INVALID_MODEL (the event has not the form, or holds personal data),
 *         RG_TOO_LARGE, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_review_apply(const rg_review* review, const rg_model* model,
                                         const char* event, size_t length, int32_t* applied,
                                         rg_review** out, rg_text** answer, rg_error** error);

/** A letter to each unit that nominated something, in Danish and English, as JSON:
 * regelgraf::Review::replies(). @since 0.1, experimental */
RG_API rg_status RG_CALL rg_review_replies(const rg_review* review, const rg_model* model,
                                           const char* date, rg_text** out, rg_error** error);

/** What came of it: hours, results, its own cost, what did not happen, as JSON:
 * regelgraf::Review::evaluation(). @since 0.1, experimental */
RG_API rg_status RG_CALL rg_review_evaluation(const rg_review* review, const rg_model* model,
                                              const char* date, rg_text** out, rg_error** error);

/** How the removals that were decided are carried out, group by group, as JSON:
 * regelgraf::Review::plans(). @since 0.1, experimental */
RG_API rg_status RG_CALL rg_review_plans(const rg_review* review, const rg_model* model,
                                         const char* date, rg_text** out, rg_error** error);

/** Free a review. NULL is fine. @since 0.1, experimental */
RG_API void RG_CALL rg_review_free(rg_review** review);

/**
 * The gate for new rules: is a proposed rule ready to be decided on? As JSON with each demand, the
 * questions for the proposer and a text for an agenda: regelgraf::propose().
 * @param[in]  model     borrowed for the call
 * @param[in]  proposal  JSON, UTF-8: the rule's element, or {"rule", "draft"?, "remove"?, ...}
 * @param[in]  length    its bytes, or RG_NUL_TERMINATED
 * @param[in]  date      YYYY-MM-DD, NUL-terminated; NULL: the last state
 * @param[out] out       freed with rg_text_free()
 * @param[out] error     see rule 2; with RG_INVALID_MODEL it holds every finding
 * @return RG_OK (ready or not), RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_INVALID_MODEL (no such
 *         rule can be, or it holds personal data), RG_UNKNOWN_ELEMENT, RG_PERSONAL_DATA,
 *         RG_TOO_LARGE, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_propose(const rg_model* model, const char* proposal, size_t length,
                                    const char* date, rg_text** out, rg_error** error);

/* ---- Store ----------------------------------------------------------------------------------- */

/** Every state of a model that was ever recorded, in an SQLite file or a PostgreSQL database.
 * Calls on one handle wait for each other; for reading at the same time open it several times. */
typedef struct rg_store rg_store;

/**
 * Told of a new state, in the calling thread.
 * @param state  its number
 * @param entry  the entry that made it, as JSON. Borrowed for the call back.
 * @param data   as given to rg_store_follow()
 *
 * It must return: no exception and no longjmp may leave it. It may ask the store, and may not free
 * it.
 */
typedef void(RG_CALL* rg_new_state)(uint64_t state, const char* entry, void* data);

/**
 * Make a new, empty store; the file must not be there yet.
 * @param[in]  path          UTF-8: the path of an SQLite file; `postgresql://...`; or `:memory:`,
 *                           which goes with the handle
 * @param[in]  path_length   bytes, or RG_NUL_TERMINATED
 * @param[in]  wait_seconds  how long a call waits for another writer; from 0
 * @param[out] out           new store, freed with rg_store_free()
 * @param[out] error         see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNREADABLE (rg_error_at() says why: `foreign`,
 *         `unreachable`, `unsupported`, ...), RG_CANCELLED (another writer had it for as long as
 *         the call would wait: rg_error_at() is `busy`), RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_init(const char* path, size_t path_length, double wait_seconds,
                                       rg_store** out, rg_error** error);

/**
 * Open a store. One of an earlier version is brought forward first, unless it is only read.
 * @param[in]  path          UTF-8: the path of an SQLite file; `postgresql://...`; or `:memory:`,
 *                           which goes with the handle
 * @param[in]  path_length   bytes, or RG_NUL_TERMINATED
 * @param[in]  read_only     1: never write, not even snapshots
 * @param[in]  wait_seconds  how long a call waits for another writer; from 0
 * @param[out] out           new store, freed with rg_store_free()
 * @param[out] error         see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNREADABLE (rg_error_at() says why: `missing`, `foreign`,
 *         `version`, `damaged`, `read_only`, `unreachable`, `unsupported`), RG_CANCELLED,
 *         RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_open(const char* path, size_t path_length, int32_t read_only,
                                       double wait_seconds, rg_store** out, rg_error** error);

/**
 * Record a change set whole, or say why not. A conflict and findings are answers: `recorded` is
 * then false. Form: src/store/README.md.
 * @param[in]  store          borrowed for the call
 * @param[in]  change         the change set as JSON, with `by`, `at` and `why`
 * @param[in]  change_length  bytes, or RG_NUL_TERMINATED
 * @param[in]  options        where layers are looked for that the store has not recorded yet;
 *                            borrowed for the call; may be NULL
 * @param[out] out            {recorded, entry, rebased, conflicts, findings}; freed with
 *                            rg_text_free()
 * @param[out] error          see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION (who, when or why is missing; a time
 *         before the newest entry's; nothing is changed), RG_INVALID_MODEL (the text is no change
 *         set: see rg_error_finding_count()), RG_UNREADABLE, RG_PERSONAL_DATA, RG_TOO_LARGE,
 *         RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_commit(const rg_store* store, const char* change,
                                         size_t change_length, const rg_load_options* options,
                                         rg_text** out, rg_error** error);

/**
 * The number of the newest state; 0: nothing is recorded. Cheap, for polling.
 * @param[in]  store  borrowed for the call
 * @param[out] error  see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNREADABLE, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_state(const rg_store* store, uint64_t* out, rg_error** error);

/**
 * The entries, oldest first: who recorded what, when and why, on which decision.
 * @param[in]  store        borrowed for the call
 * @param[in]  after        only states after this one; 0: all
 * @param[in]  element      only what touched this element; NULL: all
 * @param[in]  recorded_by  a time as `2026-11-27T10:00:00Z`, or a day, for the whole of it in UTC;
 *                          NULL: now
 * @param[out] out          {log: [...]}; freed with rg_text_free()
 * @param[out] error        see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNREADABLE, RG_PERSONAL_DATA,
 *         RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_log(const rg_store* store, uint64_t after, const char* element,
                                      const char* recorded_by, rg_text** out, rg_error** error);

/**
 * One entry with what it changed.
 * @param[in]  store  borrowed for the call
 * @param[in]  state  0: the newest
 * @param[out] out    the entry with `changes`; freed with rg_text_free()
 * @param[out] error  see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT, RG_UNREADABLE, RG_CANCELLED,
 *         RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_entry(const rg_store* store, uint64_t state, rg_text** out,
                                        rg_error** error);

/**
 * Which state counts for a pair of dates: virkning and registrering. Ask rg_store_model() for its
 * model, and that with @p valid_on.
 * @param[in]  store        borrowed for the call
 * @param[in]  valid_on     the day that is asked about, as `2026-12-31`; NULL: the last state
 * @param[in]  recorded_by  a time as `2026-11-27T10:00:00Z`, or a day, for the whole of it in UTC;
 *                          NULL: now
 * @param[out] out          {valid_on, recorded, model, entry}; `entry.state` is for
 *                          rg_store_model(); freed with rg_text_free()
 * @param[out] error        see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_UNREADABLE,
 *         RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_as_of(const rg_store* store, const char* valid_on,
                                        const char* recorded_by, rg_text** out, rg_error** error);

/**
 * The frozen model of a state.
 * @param[in]  store   borrowed for the call
 * @param[in]  state   0: the newest
 * @param[in]  limits  borrowed for the call; may be NULL
 * @param[out] out     new model, freed with rg_model_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNKNOWN_ELEMENT, RG_INVALID_MODEL, RG_UNREADABLE,
 *         RG_TOO_LARGE, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_model(const rg_store* store, uint64_t state,
                                        const rg_limits* limits, rg_model** out, rg_error** error);

/**
 * What changed between two states, in meaning; as rg_diff() of their models.
 * @param[in]  store     borrowed for the call
 * @param[in]  from      0: the newest
 * @param[in]  to        0: the newest
 * @param[in]  valid_on  the day that is asked about, as `2026-12-31`; NULL: the last state
 * @param[in]  limits    borrowed for the call; may be NULL
 * @param[out] out       as rg_diff(); freed with rg_text_free()
 * @param[out] error     see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_UNREADABLE,
 *         RG_TOO_LARGE, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_diff(const rg_store* store, uint64_t from, uint64_t to,
                                       const char* valid_on, const rg_limits* limits, rg_text** out,
                                       rg_error** error);

/**
 * Who set each field of an element, when and why.
 * @param[in]  store        borrowed for the call
 * @param[in]  recorded_by  a time as `2026-11-27T10:00:00Z`, or a day, for the whole of it in UTC;
 *                          NULL: now
 * @param[out] out          {element, begun, ended, fields, entries}; freed with rg_text_free()
 * @param[out] error        see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_UNREADABLE,
 *         RG_PERSONAL_DATA, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_blame(const rg_store* store, const char* element,
                                        const char* recorded_by, rg_text** out, rg_error** error);

/**
 * A rule review as it was recorded.
 * @param[in]  store        borrowed for the call
 * @param[in]  recorded_by  a time as `2026-11-27T10:00:00Z`, or a day, for the whole of it in UTC;
 *                          NULL: now
 * @param[out] out          the review in canonical form; freed with rg_text_free()
 * @param[out] error        see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_QUESTION, RG_UNKNOWN_ELEMENT, RG_UNREADABLE,
 *         RG_PERSONAL_DATA, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_document(const rg_store* store, const char* id,
                                           const char* recorded_by, rg_text** out,
                                           rg_error** error);

/**
 * Does everything in the store fit together? @p state and @p hash, as noted elsewhere, are held
 * against the history; without a hash neither is.
 * @param[in]  store   borrowed for the call
 * @param[in]  hash    NULL: nothing was noted
 * @param[in]  limits  borrowed for the call; may be NULL
 * @param[out] out     {whole, entries, hash, what, state}; freed with rg_text_free()
 * @param[out] error   see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNREADABLE, RG_TOO_LARGE, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_verify(const rg_store* store, uint64_t state, const char* hash,
                                         const rg_limits* limits, rg_text** out, rg_error** error);

/**
 * Copy the store, as it is at one moment, to a new SQLite file; others go on using it.
 * @param[in]  store        borrowed for the call
 * @param[in]  path         UTF-8
 * @param[in]  path_length  bytes, or RG_NUL_TERMINATED
 * @param[out] error        see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_MODEL, RG_UNREADABLE, RG_CANCELLED,
 *         RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_backup(const rg_store* store, const char* path,
                                         size_t path_length, rg_error** error);

/**
 * The whole history as JSON Lines.
 * @param[in]  store  borrowed for the call
 * @param[out] out    see src/store/README.md; freed with rg_text_free()
 * @param[out] error  see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNREADABLE, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_export(const rg_store* store, rg_text** out, rg_error** error);

/**
 * Add the history of an export, of which this one must be the beginning. Everything is checked, and
 * added whole or not at all.
 * @param[in]  store         borrowed for the call
 * @param[in]  lines_length  bytes, or RG_NUL_TERMINATED
 * @param[in]  limits        borrowed for the call; may be NULL
 * @param[out] added         how many entries were added; may be NULL
 * @param[out] error         see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_INVALID_MODEL, RG_UNREADABLE, RG_PERSONAL_DATA,
 *         RG_TOO_LARGE, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_import(const rg_store* store, const char* lines,
                                         size_t lines_length, const rg_limits* limits,
                                         uint64_t* added, rg_error** error);

/**
 * Wait until there is a state after @p state, tell @p told of the newest, once, and return; or
 * return when the time is up. With 0 seconds it looks once.
 * @param[in]  store    borrowed for the call
 * @param[in]  state    the state that the host has
 * @param[in]  seconds  how long to wait; from 0
 * @param[in]  cancel   ends the wait; borrowed for the call; may be NULL
 * @param[in]  told     may be NULL
 * @param[in]  data     handed on
 * @param[out] seen     the newest state; may be NULL
 * @param[out] error    see rule 2
 * @return RG_OK, RG_INVALID_ARGUMENT, RG_UNREADABLE, RG_CANCELLED, RG_OUT_OF_MEMORY
 * @since 0.1, experimental
 */
RG_API rg_status RG_CALL rg_store_follow(const rg_store* store, uint64_t state, double seconds,
                                         const rg_cancel* cancel, rg_new_state told, void* data,
                                         uint64_t* seen, rg_error** error);

/** Close a store; models that came of it stay. @since 0.1, experimental */
RG_API void RG_CALL rg_store_free(rg_store** store);

#ifdef __cplusplus
}
#endif

#endif

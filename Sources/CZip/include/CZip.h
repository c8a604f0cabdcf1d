// Reading and writing zip archives through libzip, reading gzip files through zlib, with a C face of
// its own.
#ifndef VERBATIM_CZIP_H
#define VERBATIM_CZIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct vzip_archive vzip_archive;

/// Opens an archive for reading; NULL when it is missing, damaged or no zip file.
vzip_archive *vzip_open(const char *path);
void vzip_close(vzip_archive *archive);

/// The number of entries.
int64_t vzip_count(const vzip_archive *archive);
/// The name of an entry (UTF-8 as libzip guesses it), or NULL; lives as long as the archive.
const char *vzip_name(const vzip_archive *archive, int64_t index);
/// The size of an entry once inflated, as the archive claims, or -1.
int64_t vzip_size(const vzip_archive *archive, int64_t index);

/// Reads at most `capacity` bytes of an entry from its start.
/// Returns the bytes read, or -1 when the entry is damaged or needs a password.
int64_t vzip_read(vzip_archive *archive, int64_t index, uint8_t *out, int64_t capacity);

/// An entry that is being inflated, block by block.
typedef struct vzip_entry vzip_entry;

/// Opens an entry, or returns NULL; `needs_password` tells why. Close it before the archive.
vzip_entry *vzip_entry_open(vzip_archive *archive, int64_t index, bool *needs_password);
/// The next bytes; 0 at the end, -1 when the entry is damaged.
int64_t vzip_entry_read(vzip_entry *entry, uint8_t *out, int64_t capacity);
void vzip_entry_close(vzip_entry *entry);
/// The bytes that an entry takes in the archive, or -1.
int64_t vzip_packed_size(const vzip_archive *archive, int64_t index);

/// A gzip file that is being inflated, block by block; several members read as one.
typedef struct vgzip_file vgzip_file;

/// Opens a file, or returns NULL.
vgzip_file *vgzip_open(const char *path);
/// The next bytes; 0 at the end, -1 when the file is damaged or cut off.
int64_t vgzip_read(vgzip_file *file, uint8_t *out, int64_t capacity);
void vgzip_close(vgzip_file *file);

/// How the inflating of a buffer ended.
typedef enum {
  VZIP_WHOLE = 0,
  /// The bytes end before the stream does; what was inflated stands.
  VZIP_CUT = 1,
  VZIP_DAMAGED = 2,
  VZIP_TOO_LARGE = 3,
} vzip_end;

/// Inflates a gzip, zlib or bare deflate stream in memory, several gzip members as one.
///
/// At most `limit` bytes are made. The result is freed by `vzip_inflated_free`; NULL when there is
/// nothing. `end` tells how it ended.
uint8_t *vzip_inflate(const uint8_t *bytes, size_t count, size_t limit, size_t *got, vzip_end *end);
void vzip_inflated_free(uint8_t *bytes);

/// An archive that is being made in memory.
typedef struct vzip_writer vzip_writer;

/// Begins an archive, or returns NULL.
vzip_writer *vzip_writer_open(void);
/// Adds an entry, deflated, dated 1980-01-01 00:00:00, the earliest a zip archive can say.
/// `bytes` must live until the archive is finished. Returns false when it cannot be added.
bool vzip_writer_add(vzip_writer *writer, const char *name, const uint8_t *bytes, int64_t count);
/// Writes the archive; its size, or -1. Nothing can be added afterwards.
int64_t vzip_writer_finish(vzip_writer *writer);
/// Copies the finished archive. Returns the bytes copied, or -1.
int64_t vzip_writer_read(vzip_writer *writer, uint8_t *out, int64_t capacity);
void vzip_writer_close(vzip_writer *writer);

#endif

#include "CZip.h"

#include <stdlib.h>
#include <zip.h>
#include <zlib.h>

struct vzip_archive {
  zip_t *zip;
};

vzip_archive *vzip_open(const char *path) {
  int error = 0;
  zip_t *zip = zip_open(path, ZIP_RDONLY, &error);
  if (zip == NULL) return NULL;
  vzip_archive *archive = malloc(sizeof *archive);
  if (archive == NULL) {
    zip_discard(zip);
    return NULL;
  }
  archive->zip = zip;
  return archive;
}

void vzip_close(vzip_archive *archive) {
  if (archive == NULL) return;
  zip_discard(archive->zip);
  free(archive);
}

int64_t vzip_count(const vzip_archive *archive) { return zip_get_num_entries(archive->zip, 0); }

const char *vzip_name(const vzip_archive *archive, int64_t index) {
  return zip_get_name(archive->zip, (zip_uint64_t)index, ZIP_FL_ENC_GUESS);
}

int64_t vzip_size(const vzip_archive *archive, int64_t index) {
  zip_stat_t stat;
  if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &stat) != 0) return -1;
  return (stat.valid & ZIP_STAT_SIZE) ? (int64_t)stat.size : -1;
}

int64_t vzip_read(vzip_archive *archive, int64_t index, uint8_t *out, int64_t capacity) {
  zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
  if (file == NULL) return -1;
  int64_t total = 0;
  while (total < capacity) {
    zip_int64_t got = zip_fread(file, out + total, (zip_uint64_t)(capacity - total));
    if (got < 0) {
      total = -1;
      break;
    }
    if (got == 0) break;
    total += got;
  }
  zip_fclose(file);
  return total;
}

int64_t vzip_packed_size(const vzip_archive *archive, int64_t index) {
  zip_stat_t stat;
  if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &stat) != 0) return -1;
  return (stat.valid & ZIP_STAT_COMP_SIZE) ? (int64_t)stat.comp_size : -1;
}

struct vzip_entry {
  zip_file_t *file;
};

vzip_entry *vzip_entry_open(vzip_archive *archive, int64_t index, bool *needs_password) {
  zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
  if (file == NULL) {
    *needs_password = zip_error_code_zip(zip_get_error(archive->zip)) == ZIP_ER_NOPASSWD;
    return NULL;
  }
  *needs_password = false;
  vzip_entry *entry = malloc(sizeof *entry);
  if (entry == NULL) {
    zip_fclose(file);
    return NULL;
  }
  entry->file = file;
  return entry;
}

int64_t vzip_entry_read(vzip_entry *entry, uint8_t *out, int64_t capacity) {
  return zip_fread(entry->file, out, (zip_uint64_t)capacity);
}

void vzip_entry_close(vzip_entry *entry) {
  if (entry == NULL) return;
  zip_fclose(entry->file);
  free(entry);
}

vgzip_file *vgzip_open(const char *path) {
  gzFile file = gzopen(path, "rb");
  if (file != NULL) gzbuffer(file, 256 * 1024);
  return (vgzip_file *)file;
}

int64_t vgzip_read(vgzip_file *file, uint8_t *out, int64_t capacity) {
  unsigned wanted = capacity > 1 << 30 ? 1u << 30 : (unsigned)capacity;
  int got = gzread((gzFile)file, out, wanted);
  if (got < 0) return -1;
  // At an early end zlib gives what it has and tells of the fault beside it.
  int code = Z_OK;
  gzerror((gzFile)file, &code);
  return got == 0 && code != Z_OK && code != Z_STREAM_END ? -1 : got;
}

void vgzip_close(vgzip_file *file) {
  if (file != NULL) gzclose((gzFile)file);
}

struct vzip_writer {
  zip_t *zip;
  zip_source_t *buffer;
};

vzip_writer *vzip_writer_open(void) {
  zip_source_t *buffer = zip_source_buffer_create(NULL, 0, 0, NULL);
  if (buffer == NULL) return NULL;
  // The buffer is read after the archive that is written into it has been closed.
  zip_source_keep(buffer);
  zip_t *zip = zip_open_from_source(buffer, ZIP_TRUNCATE, NULL);
  if (zip == NULL) {
    zip_source_free(buffer);
    zip_source_free(buffer);
    return NULL;
  }
  vzip_writer *writer = malloc(sizeof *writer);
  if (writer == NULL) {
    zip_discard(zip);
    zip_source_free(buffer);
    return NULL;
  }
  writer->zip = zip;
  writer->buffer = buffer;
  return writer;
}

bool vzip_writer_add(vzip_writer *writer, const char *name, const uint8_t *bytes, int64_t count) {
  if (writer->zip == NULL) return false;
  zip_source_t *source = zip_source_buffer(writer->zip, bytes, (zip_uint64_t)count, 0);
  if (source == NULL) return false;
  zip_int64_t index = zip_file_add(writer->zip, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  // Year, month and day as MS-DOS packs them: seven, four and five bits, years from 1980.
  const zip_uint16_t first_day = (0 << 9) | (1 << 5) | 1;
  return zip_file_set_dostime(writer->zip, (zip_uint64_t)index, 0, first_day, 0) == 0 &&
         zip_set_file_compression(writer->zip, (zip_uint64_t)index, ZIP_CM_DEFLATE, 9) == 0;
}

int64_t vzip_writer_finish(vzip_writer *writer) {
  if (writer->zip == NULL) return -1;
  if (zip_close(writer->zip) != 0) {
    zip_discard(writer->zip);
    writer->zip = NULL;
    return -1;
  }
  writer->zip = NULL;
  zip_stat_t stat;
  if (zip_source_stat(writer->buffer, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)) return -1;
  return (int64_t)stat.size;
}

int64_t vzip_writer_read(vzip_writer *writer, uint8_t *out, int64_t capacity) {
  if (zip_source_open(writer->buffer) != 0) return -1;
  zip_int64_t got = zip_source_read(writer->buffer, out, (zip_uint64_t)capacity);
  zip_source_close(writer->buffer);
  return got;
}

void vzip_writer_close(vzip_writer *writer) {
  if (writer == NULL) return;
  if (writer->zip != NULL) zip_discard(writer->zip);
  zip_source_free(writer->buffer);
  free(writer);
}

// One try with a kind of wrapper: 47 is gzip or zlib by their marks, -15 is bare deflate.
static uint8_t *inflated(int window, const uint8_t *bytes, size_t count, size_t limit, size_t *got,
                         vzip_end *end) {
  *got = 0;
  *end = VZIP_DAMAGED;
  z_stream stream = {0};
  if (inflateInit2(&stream, window) != Z_OK) return NULL;
  size_t capacity = limit < 64 * 1024 ? limit : 64 * 1024;
  uint8_t *out = malloc(capacity + 1);
  size_t used = 0;
  while (out != NULL) {
    // zlib counts in 32 bits.
    const size_t most = 1 << 30;
    size_t give = count - used < most ? count - used : most;
    size_t room = capacity - *got < most ? capacity - *got : most;
    stream.next_in = (Bytef *)(bytes + used);
    stream.avail_in = (uInt)give;
    stream.next_out = out + *got;
    stream.avail_out = (uInt)room;
    int state = inflate(&stream, Z_NO_FLUSH);
    used += give - stream.avail_in;
    *got += room - stream.avail_out;
    if (state == Z_STREAM_END) {
      bool has_member = window > 0 && count - used > 2 && bytes[used] == 0x1F && bytes[used + 1] == 0x8B;
      if (!has_member) {
        *end = VZIP_WHOLE;
        break;
      }
      inflateReset(&stream);
    } else if (state != Z_OK && state != Z_BUF_ERROR) {
      break;
    } else if (*got < capacity) {
      *end = VZIP_CUT;
      if (used == count) break;
    }
    if (*got < capacity) continue;
    if (capacity == limit) {
      *end = VZIP_TOO_LARGE;
      break;
    }
    capacity = capacity > limit / 2 ? limit : capacity * 2;
    uint8_t *grown = realloc(out, capacity + 1);
    if (grown == NULL) {
      *end = VZIP_TOO_LARGE;
      break;
    }
    out = grown;
  }
  inflateEnd(&stream);
  return out;
}

uint8_t *vzip_inflate(const uint8_t *bytes, size_t count, size_t limit, size_t *got,
                      vzip_end *end) {
  uint8_t *out = inflated(47, bytes, count, limit, got, end);
  if (*end != VZIP_DAMAGED || *got > 0) return out;
  // "deflate" is zlib by the standard, and bare deflate from many servers.
  free(out);
  return inflated(-15, bytes, count, limit, got, end);
}

void vzip_inflated_free(uint8_t *bytes) { free(bytes); }

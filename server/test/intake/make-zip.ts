// How does a test get an archive of any shape, honest or not? Written by hand, field by field.
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipMember {
  readonly name: string
  readonly data: string | Buffer
  /** General purpose flags; bit 0 is encryption, bit 11 a name in UTF-8. */
  readonly flags?: number
  readonly method?: number
  /** Of the packer's system, as Unix writes it: the file's mode in the upper half. */
  readonly attributes?: number
  /** What the directory declares instead of the true unpacked size. */
  readonly declared?: number
}

export function makeZip(members: readonly ZipMember[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const name = Buffer.from(member.name)
    const data = Buffer.from(member.data)
    const method = member.method ?? 8
    const packed = method === 8 ? deflateRawSync(data) : data
    const common = header(member, data, packed, name, method)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, packed])
    const central = Buffer.alloc(14)
    central.writeUInt32LE(member.attributes ?? 0, 6)
    central.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, central, name]))
    parts.push(local)
    offset += local.length
  }
  return Buffer.concat([...parts, ...directory, ending(members.length, Buffer.concat(directory).length, offset)])
}

// The 26 bytes that the local header and the directory have in common.
function header(member: ZipMember, data: Buffer, packed: Buffer, name: Buffer, method: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(member.flags ?? 0x800, 2)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt32LE(crc32(data), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(member.declared ?? data.length, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function ending(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

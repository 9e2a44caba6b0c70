import { NextRequest, NextResponse } from 'next/server';
import { attioFetch } from '@/lib/attio-client';

export async function POST(req: NextRequest) {
  const { what } = await req.json();
  const rows = await attioFetch(what); //=> ?
  return NextResponse.json(rows);
}

import { Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';

/** REST of the search module, over `SearchApi`, wherever that is served. */
@Module({ controllers: [SearchController] })
export class SearchEdge {}

import {
  AuditOutlined,
  BookOutlined,
  ContainerOutlined,
  DashboardOutlined,
  HomeOutlined,
  InboxOutlined,
  NodeIndexOutlined,
  NotificationOutlined,
  ProfileOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { Place } from './navigation.ts';

export const placeIcons: Readonly<Record<Place, ComponentType>> = {
  home: HomeOutlined,
  inbox: InboxOutlined,
  records: ProfileOutlined,
  students: TeamOutlined,
  notices: NotificationOutlined,
  archive: BookOutlined,
  roster: ContainerOutlined,
  operations: DashboardOutlined,
  audit: AuditOutlined,
  designer: NodeIndexOutlined,
  me: UserOutlined,
};
